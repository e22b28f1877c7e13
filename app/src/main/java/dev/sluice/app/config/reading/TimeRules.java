package dev.sluice.app.config.reading;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a time or an age must be. */
final class TimeRules {
  private static final Pattern AGE = Pattern.compile("([1-9]\\d{0,3}) (day|week|month|year)s?");

  private TimeRules() {}

  /** A date, which begins at midnight in UTC, or a moment. */
  static Rule<Instant> time() {
    return new Rule<>(
        "a date such as 2025-01-31, or a time such as 2025-01-31T18:00:00Z",
        false,
        List.of(),
        text -> date(text).or(() -> moment(text)));
  }

  /** A number of days, weeks, months or years. */
  static Rule<Period> age() {
    return new Rule<>(
        "an age such as 90 days, 6 months or 2 years", false, List.of(), TimeRules::period);
  }

  private static Optional<Instant> date(String text) {
    try {
      return Optional.of(LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant());
    } catch (DateTimeParseException notOne) {
      return Optional.empty();
    }
  }

  private static Optional<Instant> moment(String text) {
    try {
      return Optional.of(Instant.parse(text));
    } catch (DateTimeParseException notOne) {
      return Optional.empty();
    }
  }

  private static Optional<Period> period(String text) {
    Matcher age = AGE.matcher(text);
    if (!age.matches()) {
      return Optional.empty();
    }
    int number = Integer.parseInt(age.group(1));
    return Optional.of(
        switch (age.group(2)) {
          case "day" -> Period.ofDays(number);
          case "week" -> Period.ofWeeks(number);
          case "month" -> Period.ofMonths(number);
          default -> Period.ofYears(number);
        });
  }
}
