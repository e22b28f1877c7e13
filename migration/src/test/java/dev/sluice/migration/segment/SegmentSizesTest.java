package dev.sluice.migration.segment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How large segments are, and how many users are in two of them. */
class SegmentSizesTest {
  private static final Segment EVEN = new Segment("even", new Condition.InGroup("even"));
  private static final Segment THIRD = new Segment("third", new Condition.InGroup("third"));
  private static final Segment EMPTY = new Segment("empty", new Condition.InGroup("nobody's"));

  private final List<Segment> segments = List.of(EVEN, THIRD, EMPTY);
  private final SegmentFacts facts =
      new SegmentFacts(segments, Instant.parse("2026-01-02T03:04:05Z"));
  private final SegmentSizes sizes = new SegmentSizes(segments);

  @Test
  void users_are_counted_in_each_segment_in_each_two_and_in_none() {
    IntStream.range(0, 600).parallel().forEach(SegmentSizesTest.this::addNumber);

    assertThat(sizes.in(EVEN)).isEqualTo(300);
    assertThat(sizes.in(THIRD)).isEqualTo(200);
    assertThat(sizes.in(EMPTY)).isZero();
    assertThat(sizes.inBoth(EVEN, THIRD)).isEqualTo(100).isEqualTo(sizes.inBoth(THIRD, EVEN));
    assertThat(sizes.inBoth(EVEN, EMPTY)).isZero();
    assertThat(sizes.inNone()).isEqualTo(200);
    assertThat(sizes.overlaps())
        .containsExactly(
            new SegmentOverlap(EVEN, THIRD, 100),
            new SegmentOverlap(EVEN, EMPTY, 0),
            new SegmentOverlap(THIRD, EMPTY, 0));
  }

  @Test
  void another_segment_is_not_counted_here() {
    assertThatThrownBy(() -> sizes.in(new Segment("odd", new Condition.InGroup("odd"))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Not counted here: odd");
  }

  private void addNumber(int number) {
    List<String> groups =
        List.of(number % 2 == 0 ? "even" : "odd", number % 3 == 0 ? "third" : "other");
    BitSet told =
        facts.of(People.person("id" + number, "n" + number, Map.of(), groups, People.NOW));
    sizes.add(facts.segmentsOf(told));
  }
}
