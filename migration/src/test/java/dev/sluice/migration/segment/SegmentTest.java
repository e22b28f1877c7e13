package dev.sluice.migration.segment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.api.user.SourceStatus;
import dev.sluice.api.user.UserRecord;
import java.time.Instant;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who is in a segment, and how a segment says so. */
class SegmentTest {
  private static final Condition BETA = new Condition.InGroup("beta");
  private static final Condition AT_EXAMPLE = new Condition.EmailAt("example.ORG");
  private static final Condition GOLD = new Condition.AttributeIs("custom:plan", "gold");

  @ParameterizedTest
  @MethodSource("conditionsOfMiraAlone")
  void mira_is_in_it_and_olaf_is_not(Condition condition, String words) {
    Segment segment = new Segment("pilots", condition);

    assertThat(segment.contains(People.mira(), People.NOW)).as(segment.words()).isTrue();
    assertThat(segment.contains(People.olaf(), People.NOW)).as(segment.words()).isFalse();
    assertThat(segment.words()).isEqualTo(words);
  }

  static Stream<Arguments> conditionsOfMiraAlone() {
    Instant may = Instant.parse("2021-05-01T00:00:00Z");
    return Stream.of(
        Arguments.of(BETA, "in group beta"),
        Arguments.of(new Condition.InGroup("Ärzte"), "in group \"Ärzte\""),
        Arguments.of(AT_EXAMPLE, "email at example.org"),
        Arguments.of(GOLD, "custom:plan is gold"),
        Arguments.of(new Condition.HasAttribute("custom:plan"), "has custom:plan"),
        Arguments.of(
            new Condition.CreatedBefore(may.plusMillis(1)),
            "created before 2021-05-01T00:00:00.001Z"),
        Arguments.of(new Condition.OlderThan(Period.ofDays(15)), "older than 15 days"),
        Arguments.of(new Condition.OlderThan(Period.ofYears(1)), "older than 1 year"),
        Arguments.of(
            new Condition.Not(new Condition.CreatedSince(Instant.parse("2026-03-01T00:00:00Z"))),
            "not created since 2026-03-01"),
        Arguments.of(
            new Condition.All(List.of(BETA, AT_EXAMPLE)), "in group beta and email at example.org"),
        Arguments.of(
            new Condition.Any(List.of(new Condition.InGroup("no such"), BETA)),
            "in group \"no such\" or in group beta"),
        Arguments.of(
            new Condition.All(
                List.of(
                    new Condition.HasStatus(SourceStatus.CONFIRMED),
                    new Condition.Any(List.of(GOLD, new Condition.Enabled(false))))),
            "status confirmed and (custom:plan is gold or disabled)"),
        Arguments.of(
            new Condition.Not(
                new Condition.Any(List.of(new Condition.Enabled(false), new Condition.Not(BETA)))),
            "not (disabled or not in group beta)"),
        Arguments.of(
            new Condition.InSegment(new Segment("staff", BETA)),
            "in segment staff (in group beta)"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"true", "True", "TRUE", " true"})
  void a_condition_on_a_flag_counts_letters_in_any_case(String flag) {
    UserRecord user = People.mira().withAttributes(Map.of("email_verified", flag));

    assertThat(verified("true").contains(user, People.NOW)).isTrue();
    assertThat(verified("false").contains(user, People.NOW)).isFalse();
  }

  private static Segment verified(String flag) {
    return new Segment("verified", new Condition.AttributeIs("email_verified", flag));
  }

  @Test
  void a_segment_without_conditions_is_everybody_and_one_without_choices_nobody() {
    Segment everybody = new Segment("all", new Condition.All(List.of()));
    Segment nobody = new Segment("none", new Condition.Any(List.of()));

    assertThat(everybody.contains(People.olaf(), People.NOW)).isTrue();
    assertThat(everybody.words()).isEqualTo("everybody");
    assertThat(nobody.contains(People.mira(), People.NOW)).isFalse();
    assertThat(nobody.words()).isEqualTo("nobody");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "example.org", // no @: not an address
        "mira@sub.example.org",
        "mira@example.org.example.com",
        "mira@example.org@example.com",
        "mira@"
      })
  void an_email_that_only_looks_like_it_is_not_at_the_domain(String email) {
    assertThat(new Segment("s", AT_EXAMPLE).contains(withEmail(email), People.NOW)).isFalse();
  }

  @Test
  void what_stands_behind_the_last_at_sign_is_the_domain() {
    assertThat(new Segment("s", AT_EXAMPLE).contains(withEmail("\"a@b\"@EXAMPLE.org"), People.NOW))
        .isTrue();
  }

  @Test
  void a_user_is_older_than_a_year_from_the_next_moment_on() {
    Segment old = new Segment("old", new Condition.OlderThan(Period.ofYears(5)));
    Instant birthday = Instant.parse("2026-05-01T00:00:00Z");

    assertThat(old.contains(People.mira(), birthday)).isFalse();
    assertThat(old.contains(People.mira(), birthday.plusMillis(1))).isTrue();
  }

  @Test
  void names_that_say_the_same_with_other_conditions_are_told_apart() {
    Condition one = new Condition.InGroup("a and in group b");
    Condition both =
        new Condition.All(List.of(new Condition.InGroup("a"), new Condition.InGroup("b")));

    assertThat(new Segment("s", one).words())
        .isEqualTo("in group \"a and in group b\"")
        .isNotEqualTo(new Segment("s", both).words());
    assertThat(new Segment("s", new Condition.InGroup("a\" or \"")).words())
        .isEqualTo("in group \"a\\\" or \\\"\"");
  }

  private static UserRecord withEmail(String email) {
    return People.person("1", "x", Map.of("email", email), List.of(), People.NOW);
  }
}
