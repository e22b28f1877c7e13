package dev.sluice.app.assess.page;

import dev.sluice.app.assess.text.CommandPolicy;
import dev.sluice.app.assess.text.Leaving;

/** The minimum IAM policy for each command. */
final class PoliciesPart {
  private PoliciesPart() {}

  static Part of(Leaving leaving) {
    Tag body =
        Tag.of("div")
            .add(
                Tag.of(
                    "p",
                    "The minimum permissions for each command, ready to paste into an IAM policy."
                        + " Commands not listed here need no AWS permissions."));
    leaving.policies().forEach(policy -> body.add(one(policy)));
    return new Part("policies", "IAM permissions", body);
  }

  private static Tag one(CommandPolicy policy) {
    return Tables.more(policy.title(), Tag.of("pre", policy.json()));
  }
}
