package dev.sluice.migration.login;

import dev.sluice.api.source.NoVerdictReason;
import dev.sluice.api.source.RefusalReason;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** The answer to an application that logs a user in through the gateway. */
public sealed interface RelayedLoginAnswer {

  /** The target's answer, unchanged. */
  record Passed(int status, String json) implements RelayedLoginAnswer {}

  record Refused(RefusalReason reason) implements RelayedLoginAnswer {}

  /** As {@link FirstLoginAnswer.NotYet}. */
  record NotYet(Optional<URI> oldSystem) implements RelayedLoginAnswer {}

  /** As {@link FirstLoginAnswer.None}. */
  record None(NoVerdictReason reason, Duration retryAfter, String detail)
      implements RelayedLoginAnswer {}
}
