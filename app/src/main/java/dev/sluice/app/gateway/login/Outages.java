package dev.sluice.app.gateway.login;

import dev.sluice.api.source.NoVerdictReason;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/** Logs why nothing could be proven: once for an outage, not for each login that it affects. */
public final class Outages {
  private static final Logger LOG = LoggerFactory.getLogger(Outages.class);
  private static final long BETWEEN_LINES = Duration.ofSeconds(10).toNanos();

  private final LongSupplier nanos;
  private final Map<NoVerdictReason, Long> lastLine = new ConcurrentHashMap<>();

  public Outages() {
    this(System::nanoTime);
  }

  Outages(LongSupplier nanos) {
    this.nanos = nanos;
  }

  public void tell(NoVerdictReason reason, String detail) {
    long now = nanos.getAsLong();
    Long told =
        lastLine.compute(
            reason,
            (same, last) -> last == null || now - last >= BETWEEN_LINES ? Long.valueOf(now) : last);
    if (told == now) {
      LOG.atLevel(anybodyCanCause(reason) ? Level.INFO : Level.WARN)
          .log("A first login proved nothing, {}: {}", reason.word(), detail);
    }
  }

  /**
   * Returns whether one login can be the cause while everything works: with wrong passwords, for a
   * user whom a trigger of the pool turns away, or from an address that the pool distrusts. That is
   * no outage, so that a stranger cannot report one.
   */
  private static boolean anybodyCanCause(NoVerdictReason reason) {
    return switch (reason) {
      case SOURCE_LOCKED_OUT, TRIGGER_FAILED, SOURCE_SUSPICIOUS, TOO_MANY_ATTEMPTS, NOT_MOVABLE ->
          true;
      case SOURCE_THROTTLED,
          SOURCE_UNAVAILABLE,
          SOURCE_TIMED_OUT,
          FIREWALL,
          MISCONFIGURED,
          LEDGER_UNAVAILABLE,
          TARGET_UNAVAILABLE ->
          false;
    };
  }
}
