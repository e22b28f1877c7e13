package dev.sluice.api.source;

import dev.sluice.api.Secret;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * An answer to a challenge.
 *
 * @param ip the end user's address, where known
 * @param userAgent the end user's browser, where known
 * @param budget how long it may take
 */
public record FactorAttempt(
    Challenge challenge,
    Answer answer,
    @Nullable String ip,
    @Nullable String userAgent,
    Duration budget) {

  /** What the user answers. */
  public sealed interface Answer {
    /** The code that the user typed. */
    record Code(Secret code) implements Answer {}

    /** The factor that the user has chosen; SMS and EMAIL send a message. */
    record Choice(SecondFactor factor) implements Answer {}
  }
}
