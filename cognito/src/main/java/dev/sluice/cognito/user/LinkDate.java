package dev.sluice.cognito.user;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import org.jspecify.annotations.Nullable;

/**
 * Reads when an identity was linked: milliseconds as Cognito writes them, also with decimals, or a
 * date by ISO 8601. Nothing depends on this date but the order of links, so one that cannot be read
 * is done without.
 */
final class LinkDate {
  /** Longer texts are no dates, and are not worth the work of reading them. */
  private static final int LONGEST = 40;

  /** In milliseconds this is 1973, before there was a Cognito, so a smaller number is seconds. */
  private static final BigDecimal SECONDS_BELOW = BigDecimal.TEN.pow(11);

  private static final BigDecimal THOUSAND = BigDecimal.valueOf(1000);

  /** As {@code ISO_OFFSET_DATE_TIME}, also with a blank for the T and an offset such as +0000. */
  private static final DateTimeFormatter ISO =
      DateTimeFormatter.ofPattern(
          "yyyy-MM-dd[['T'][' ']HH:mm[:ss][.SSSSSSSSS][.SSSSSS][.SSS][.SS][.S]][XXX][XX][X]");

  private LinkDate() {}

  /** Returns the moment; null where there is none. */
  static @Nullable Instant in(@Nullable String text) {
    if (text == null || text.length() > LONGEST) {
      return null;
    }
    try {
      return ofNumber(new BigDecimal(text.strip()));
    } catch (NumberFormatException noNumber) {
      return ofIso(text.strip());
    } catch (ArithmeticException | DateTimeException outOfRange) {
      return null;
    }
  }

  private static Instant ofNumber(BigDecimal number) {
    BigDecimal millis =
        number.abs().compareTo(SECONDS_BELOW) < 0 ? number.multiply(THOUSAND) : number;
    return Instant.ofEpochMilli(millis.setScale(0, RoundingMode.DOWN).longValueExact());
  }

  private static @Nullable Instant ofIso(String text) {
    try {
      TemporalAccessor date =
          ISO.parseBest(text, OffsetDateTime::from, LocalDateTime::from, LocalDate::from);
      return switch (date) {
        case OffsetDateTime there -> there.toInstant();
        case LocalDateTime there -> there.toInstant(ZoneOffset.UTC);
        case LocalDate day -> day.atStartOfDay().toInstant(ZoneOffset.UTC);
        default -> null;
      };
    } catch (DateTimeException unreadable) {
      return null;
    }
  }
}
