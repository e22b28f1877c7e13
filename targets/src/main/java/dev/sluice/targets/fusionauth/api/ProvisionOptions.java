package dev.sluice.targets.fusionauth.api;

import dev.sluice.api.target.TargetOption;
import dev.sluice.targets.option.OptionProblems;
import dev.sluice.targets.option.OptionValues;
import dev.sluice.targets.option.SmtpOptions;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What {@code sluice provision} has to know besides the pool.
 *
 * @param entities whether machines are made as entities
 * @param smtp the mail server that the tenant is given, if any
 */
public record ProvisionOptions(boolean entities, Optional<SmtpOptions> smtp) {
  private static final TargetOption ENTITIES =
      TargetOption.optional(
              "entities",
              "Whether `sluice provision` makes app clients that use client credentials as entities,"
                  + " which are a paid feature: `yes` or `no`.",
              "no")
          .orElse("yes");

  static final List<TargetOption> ALL =
      Stream.concat(Stream.of(ENTITIES), SmtpOptions.ALL.stream()).toList();

  static final ProvisionOptions DEFAULT = new ProvisionOptions(true, Optional.empty());

  static void problems(OptionValues values, OptionProblems problems) {
    problems.oneOf(ENTITIES, List.of("yes", "no"));
    SmtpOptions.problems(values, problems);
  }

  /** Reads values that have no problems. */
  static ProvisionOptions from(OptionValues values) {
    return new ProvisionOptions(values.need(ENTITIES).equals("yes"), SmtpOptions.from(values));
  }
}
