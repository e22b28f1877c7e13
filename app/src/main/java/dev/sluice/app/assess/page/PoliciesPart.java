package dev.sluice.app.assess.page;

import dev.sluice.app.assess.text.CommandPolicy;
import dev.sluice.app.assess.text.Leaving;

/** The least IAM policy that each command needs. */
final class PoliciesPart {
  private PoliciesPart() {}

  static Part of(Leaving leaving) {
    Tag body =
        Tag.of("div")
            .add(
                Tag.of(
                    "p",
                    "For each command what it needs of AWS and no more, ready to paste into a"
                        + " policy of IAM. Commands that are not here call nothing that needs a"
                        + " permission."));
    leaving.policies().forEach(policy -> body.add(one(policy)));
    return new Part("policies", "What AWS must allow", body);
  }

  private static Tag one(CommandPolicy policy) {
    return Tables.more(policy.title(), Tag.of("pre", policy.json()));
  }
}
