package dev.sluice.migration.login;

import dev.sluice.api.source.NoVerdictReason;
import dev.sluice.api.source.RefusalReason;
import dev.sluice.api.user.PlannedUser;
import dev.sluice.api.user.RequiredAction;
import dev.sluice.api.user.UserId;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The answer to the target about a first login. */
public sealed interface FirstLoginAnswer {

  /**
   * The password is right: the target shall keep its own hash, and have the user do the required
   * actions.
   *
   * @param user the user as the target shall have it, for a target that does not have it yet
   * @param factor the second factor that the source asked for, where it can be answered in a second
   *     step; a target that does not use it has the user set one up
   */
  record Proven(PlannedUser user, Set<RequiredAction> then, @Nullable FactorAsked factor)
      implements FirstLoginAnswer {
    public Proven {
      then = Set.copyOf(then);
    }
  }

  /**
   * The password is right, of a user whom the target has already: it shall keep its own hash, and
   * nothing else is to be done.
   */
  record ProvenThere(UserId id) implements FirstLoginAnswer {}

  record Refused(RefusalReason reason) implements FirstLoginAnswer {}

  /**
   * The password is right, but the user is in no segment that is open: nothing moves, and nothing
   * may count against the user. Only a login with the right password gets this answer.
   *
   * @param oldSystem where the user can log in meanwhile
   */
  record NotYet(Optional<URI> oldSystem) implements FirstLoginAnswer {}

  /**
   * Nothing was proven: the user should try again, and nothing may count against the user.
   *
   * @param detail for the operator's log
   */
  record None(NoVerdictReason reason, Duration retryAfter, String detail)
      implements FirstLoginAnswer {}
}
