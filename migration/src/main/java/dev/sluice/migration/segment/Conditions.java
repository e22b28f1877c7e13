package dev.sluice.migration.segment;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Combinations of simple conditions. */
final class Conditions {
  private Conditions() {}

  /** Returns whether a condition holds, given which simple conditions do. */
  static boolean hold(Condition condition, Predicate<Condition.Simple> simple) {
    return switch (condition) {
      case Condition.Simple one -> simple.test(one);
      case Condition.InSegment(var segment) -> hold(segment.condition(), simple);
      case Condition.All(var conditions) ->
          conditions.stream().allMatch(each -> hold(each, simple));
      case Condition.Any(var conditions) ->
          conditions.stream().anyMatch(each -> hold(each, simple));
      case Condition.Not(var unwanted) -> !hold(unwanted, simple);
    };
  }

  /** Returns the simple conditions that segments consist of, each once. */
  static List<Condition.Simple> in(List<Segment> segments) {
    return segments.stream().map(Segment::condition).flatMap(Conditions::in).distinct().toList();
  }

  private static Stream<Condition.Simple> in(Condition condition) {
    return switch (condition) {
      case Condition.Simple one -> Stream.of(one);
      case Condition.InSegment(var segment) -> in(segment.condition());
      case Condition.All(var conditions) -> conditions.stream().flatMap(Conditions::in);
      case Condition.Any(var conditions) -> conditions.stream().flatMap(Conditions::in);
      case Condition.Not(var unwanted) -> in(unwanted);
    };
  }
}
