package dev.sluice.migration.run;

import dev.sluice.migration.source.NoVerdictReason;
import dev.sluice.migration.source.RefusalReason;
import dev.sluice.migration.user.Obligation;
import dev.sluice.migration.user.PlannedUser;
import java.time.Duration;
import java.util.Set;

/** What the target is told about a first login. */
public sealed interface FirstLoginAnswer {

  /**
   * The password is right: the target shall keep its own hash, and have the user do what is owed.
   *
   * @param user the user as the target shall have it, for a target that does not have it yet
   */
  record Proven(PlannedUser user, Set<Obligation> then) implements FirstLoginAnswer {
    public Proven {
      then = Set.copyOf(then);
    }
  }

  record Refused(RefusalReason reason) implements FirstLoginAnswer {}

  /**
   * Nothing was proven: the user is to try again, and nothing may count against anybody.
   *
   * @param detail for the operator's log
   */
  record None(NoVerdictReason reason, Duration retryAfter, String detail)
      implements FirstLoginAnswer {}
}
