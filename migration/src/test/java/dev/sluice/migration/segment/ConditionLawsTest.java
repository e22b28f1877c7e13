package dev.sluice.migration.segment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.api.user.SourceStatus;
import dev.sluice.api.user.UserRecord;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds for all conditions and all users. */
class ConditionLawsTest {

  @Property
  void not_turns_every_answer_round(
      @ForAll("conditions") Condition condition, @ForAll("users") UserRecord user) {
    assertThat(holds(new Condition.Not(condition), user)).isNotEqualTo(holds(condition, user));
  }

  @Property
  void all_of_several_holds_when_none_of_them_does_not(
      @ForAll("severalConditions") List<Condition> several, @ForAll("users") UserRecord user) {
    List<Condition> opposites = several.stream().<Condition>map(Condition.Not::new).toList();

    assertThat(holds(new Condition.All(several), user))
        .isNotEqualTo(holds(new Condition.Any(opposites), user));
  }

  @Property
  void one_more_choice_loses_nobody_and_one_more_demand_wins_nobody(
      @ForAll("severalConditions") List<Condition> several,
      @ForAll("conditions") Condition more,
      @ForAll("users") UserRecord user) {
    List<Condition> longer = new ArrayList<>(several);
    longer.add(more);

    if (holds(new Condition.Any(several), user)) {
      assertThat(holds(new Condition.Any(longer), user)).isTrue();
    }
    if (holds(new Condition.All(longer), user)) {
      assertThat(holds(new Condition.All(several), user)).isTrue();
    }
  }

  @Property
  void a_segment_stands_for_its_condition(
      @ForAll("conditions") Condition condition, @ForAll("users") UserRecord user) {
    assertThat(holds(new Condition.InSegment(new Segment("s", condition)), user))
        .isEqualTo(holds(condition, user));
  }

  @Property
  void everybody_was_created_either_before_a_time_or_since(
      @ForAll("times") Instant time, @ForAll("users") UserRecord user) {
    assertThat(holds(new Condition.CreatedBefore(time), user))
        .isNotEqualTo(holds(new Condition.CreatedSince(time), user));
  }

  @Property
  void who_differs_in_words_only_does_not_differ(
      @ForAll("conditions") Condition one,
      @ForAll("conditions") Condition other,
      @ForAll("users") UserRecord user) {
    if (ConditionWords.of(one).equals(ConditionWords.of(other))) {
      assertThat(holds(one, user)).isEqualTo(holds(other, user));
    }
  }

  @Property
  void groups_can_be_told_long_after_the_user_was_read(
      @ForAll("severalConditions") List<Condition> several, @ForAll("users") UserRecord user) {
    List<Segment> segments =
        several.stream().map(condition -> new Segment("any", condition)).toList();
    SegmentFacts facts = new SegmentFacts(segments, People.NOW);
    BitSet told = facts.of(user.withGroups(List.of()));
    facts
        .groups()
        .forEach((group, place) -> {
          if (user.groups().contains(group)) {
            told.set(place);
          }
        });

    assertThat(facts.segmentsOf(told).stream().boxed().toList())
        .containsExactlyElementsOf(
            IntStream.range(0, segments.size())
                .filter(i -> segments.get(i).contains(user, People.NOW))
                .boxed()
                .toList());
  }

  private static boolean holds(Condition condition, UserRecord user) {
    return new Segment("any", condition).contains(user, People.NOW);
  }

  @Provide
  Arbitrary<List<Condition>> severalConditions() {
    return conditions().list().ofMaxSize(4);
  }

  @Provide
  Arbitrary<Condition> conditions() {
    return Arbitraries.lazyOf(
        ConditionLawsTest::leaves,
        ConditionLawsTest::leaves,
        () -> conditions().map(Condition.Not::new),
        () -> conditions().list().ofMaxSize(3).map(Condition.All::new),
        () -> conditions().list().ofMaxSize(3).map(Condition.Any::new));
  }

  private static Arbitrary<Condition> leaves() {
    return Arbitraries.oneOf(
        words().map(Condition.InGroup::new),
        words().map(Condition.EmailAt::new),
        words().map(Condition.HasAttribute::new),
        Combinators.combine(words(), words()).as(Condition.AttributeIs::new),
        instants().map(Condition.CreatedBefore::new),
        instants().map(Condition.CreatedSince::new),
        Arbitraries.integers().between(0, 40).map(Period::ofMonths).map(Condition.OlderThan::new),
        Arbitraries.of(SourceStatus.class).map(Condition.HasStatus::new),
        Arbitraries.of(true, false).map(Condition.Enabled::new),
        words().list().ofMaxSize(3).map(list -> new Condition.Listed(LoginList.of("l", list))));
  }

  @Provide
  Arbitrary<UserRecord> users() {
    Arbitrary<Map<String, String>> attributes =
        Arbitraries.maps(
                Arbitraries.oneOf(words(), Arbitraries.just("email")),
                Arbitraries.oneOf(words(), words().map(word -> word + "@" + word)))
            .ofMaxSize(4);
    return Combinators.combine(words(), attributes, words().list().ofMaxSize(3), instants())
        .as((name, all, groups, created) -> People.person(name, name, all, groups, created));
  }

  @Provide
  Arbitrary<Instant> times() {
    return instants();
  }

  private static Arbitrary<Instant> instants() {
    return Arbitraries.longs()
        .between(0, 1500)
        .map(days -> People.NOW.minus(Duration.ofDays(days)));
  }

  /** Few words, so that conditions and users meet. */
  private static Arbitrary<String> words() {
    return Arbitraries.of("a", "b", "c d", "é\"", "custom:x");
  }
}
