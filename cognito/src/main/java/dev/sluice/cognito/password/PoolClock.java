package dev.sluice.cognito.password;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeFormatter;
import software.amazon.awssdk.http.SdkHttpResponse;

/**
 * The time of Cognito's own clock, from the {@code Date} of its last answer. Cognito would take a
 * signature with the time of a wrong clock for a wrong password.
 */
final class PoolClock {
  private PoolClock() {}

  /**
   * @param ours for answers without a date
   */
  static Instant at(SdkHttpResponse answer, InstantSource ours) {
    try {
      return answer
          .firstMatchingHeader("Date")
          .map(date -> Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(date)))
          .orElseGet(ours::instant);
    } catch (DateTimeException notADate) {
      return ours.instant();
    }
  }
}
