package dev.sluice.migration.segment;

import java.time.Instant;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Says a condition in words that no other condition has: a name that could be taken for anything
 * else is quoted, and what belongs together is in brackets.
 */
final class ConditionWords {
  private static final Pattern PLAIN = Pattern.compile("[\\w.:@+/-]+");

  private ConditionWords() {}

  static String of(Condition condition) {
    return switch (condition) {
      case Condition.InGroup(var group) -> "in group " + name(group);
      case Condition.EmailAt(var domain) -> "email at " + name(domain);
      case Condition.AttributeIs(var name, var value) -> name(name) + " is " + name(value);
      case Condition.HasAttribute(var name) -> "has " + name(name);
      case Condition.CreatedBefore(var time) -> "created before " + time(time);
      case Condition.CreatedSince(var time) -> "created since " + time(time);
      case Condition.OlderThan(var age) -> "older than " + age(age);
      case Condition.HasStatus(var status) -> "status " + status.name().toLowerCase(Locale.ROOT);
      case Condition.Enabled(var enabled) -> enabled ? "enabled" : "disabled";
      case Condition.Listed(var list) -> "listed in " + name(list.name()) + list.inBrackets();
      case Condition.InSegment(var segment) ->
          "in segment " + segment.name() + " (" + segment.words() + ")";
      case Condition.All(var conditions) -> joined(conditions, " and ", "everybody");
      case Condition.Any(var conditions) -> joined(conditions, " or ", "nobody");
      case Condition.Not(var unwanted) -> "not " + within(unwanted);
    };
  }

  private static String joined(List<Condition> conditions, String word, String none) {
    return conditions.isEmpty()
        ? none
        : conditions.stream().map(ConditionWords::within).collect(Collectors.joining(word));
  }

  private static String within(Condition condition) {
    boolean several =
        (condition instanceof Condition.All(var all) && all.size() > 1)
            || (condition instanceof Condition.Any(var any) && any.size() > 1);
    return several ? "(" + of(condition) + ")" : of(condition);
  }

  private static String name(String text) {
    return PLAIN.matcher(text).matches()
        ? text
        : "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
  }

  private static String time(Instant time) {
    var there = time.atZone(ZoneOffset.UTC);
    return there.toLocalTime().equals(LocalTime.MIDNIGHT)
        ? there.toLocalDate().toString()
        : time.toString();
  }

  /** Returns the age as it was written: {@code P14D} is 14 days, not two weeks. */
  private static String age(Period age) {
    return Stream.of(
            counted(age.getYears(), "year"),
            counted(age.getMonths(), "month"),
            counted(age.getDays(), "day"))
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining(" "));
  }

  private static String counted(int number, String unit) {
    return number == 0 ? "" : number + " " + unit + (number == 1 ? "" : "s");
  }
}
