package dev.sluice.migration.person;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.api.user.ExternalIdentity;
import dev.sluice.api.user.SourceStatus;
import dev.sluice.api.user.UserId;
import dev.sluice.api.user.UserRecord;
import dev.sluice.migration.person.PersonMatch.Conflict;
import dev.sluice.migration.person.PersonMatch.OwnPerson;
import dev.sluice.migration.person.PersonMatch.SamePerson;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PersonsTest {
  private static final Instant LINKED = Instant.parse("2021-03-04T05:06:07Z");

  private final UserRecord mira =
      user("mira", SourceStatus.CONFIRMED, account("Google", "g7", false))
          .withGroups(List.of("staff"));
  private final UserRecord earlier =
      user("Google_g7", SourceStatus.EXTERNAL_PROVIDER, account("Google", "g7", true));
  private final UserRecord olaf =
      user("olaf", SourceStatus.CONFIRMED, account("Google", "g7", false));

  @Test
  void a_profile_that_shares_no_account_is_a_person_of_its_own() {
    UserRecord stranger =
        user("Google_g8", SourceStatus.EXTERNAL_PROVIDER, account("Google", "g8", true));

    assertThat(match(earlier)).isEqualTo(new OwnPerson(""));
    assertThat(match(earlier, stranger)).isEqualTo(new OwnPerson(""));
    assertThat(match(earlier, earlier)).isEqualTo(new OwnPerson(""));
  }

  @Test
  void the_linked_profile_moves_and_the_earlier_one_points_to_it() {
    assertThat(match(mira, earlier)).isEqualTo(new OwnPerson(""));
    assertThat(merged(earlier, mira).into()).isEqualTo(mira.id());
    assertThat(merged(earlier, mira).linkMissing()).isFalse();
    assertThat(merged(earlier, mira).why())
        .startsWith(
            "The same person as \"mira\" (sub-mira), whose profile moves in its place:"
                + " signing in through Google leads there.");
  }

  @Test
  void what_only_the_earlier_profile_had_is_named_without_its_value() {
    UserRecord rich =
        with(earlier, Map.of("custom:plan", "gold", "email", "g@x.org", "locale", "de"))
            .withGroups(List.of("staff", "admins"));
    UserRecord other = with(mira, Map.of("email", "m@x.org", "locale", "de", "custom:plan", " "));

    assertThat(merged(rich, other.withGroups(List.of("staff"))).why())
        .endsWith(
            " Not taken over: only here custom:plan; with another value there email; groups"
                + " admins.")
        .doesNotContain("gold", "g@x.org", "m@x.org");
  }

  @Test
  void a_federated_profile_too_can_be_the_one_that_others_are_linked_to() {
    UserRecord acme =
        user(
            "Acme_9",
            SourceStatus.EXTERNAL_PROVIDER,
            account("Acme", "9", true),
            account("Google", "g7", false));

    assertThat(match(acme, earlier)).isEqualTo(new OwnPerson(""));
    assertThat(merged(earlier, acme).into()).isEqualTo(acme.id());
  }

  @Test
  void a_profile_named_after_its_account_was_made_by_it_whatever_primary_says() {
    UserRecord lower =
        user("google_G7", SourceStatus.EXTERNAL_PROVIDER, account("Google", "g7", false));

    assertThat(merged(lower, mira).into()).isEqualTo(mira.id());
    assertThat(match(mira, lower)).isEqualTo(new OwnPerson(""));
  }

  @Test
  void an_account_that_is_linked_to_two_moves_none_of_them_and_both_are_shown() {
    for (UserRecord one : List.of(mira, olaf, earlier)) {
      assertThat(conflict(one, mira, olaf, earlier))
          .contains("\"mira\" (sub-mira)", "\"olaf\" (sub-olaf)", "Google", "Unlink")
          .doesNotContain("g7");
    }
  }

  @Test
  void an_account_that_made_two_profiles_moves_neither() {
    UserRecord twin =
        user("Google_g7b", SourceStatus.EXTERNAL_PROVIDER, account("Google", "g7", true));

    assertThat(conflict(earlier, twin)).contains(earlier.id().value(), twin.id().value());
    assertThat(conflict(twin, earlier)).contains(earlier.id().value(), twin.id().value());
  }

  @Test
  void a_disabled_person_is_not_let_in_by_the_profile_that_was_before() {
    UserRecord disabled = disabled(mira);

    assertThat(merged(earlier, disabled).why()).contains("(sub-mira), who is disabled, whose");
    assertThat(match(disabled, earlier)).isEqualTo(new OwnPerson(""));
  }

  @Test
  void a_disabled_earlier_profile_of_somebody_enabled_is_a_conflict() {
    assertThat(conflict(disabled(earlier), mira))
        .contains("is disabled", "\"Google_g7\"", "\"mira\" (sub-mira)", "enable this one");
    assertThat(match(disabled(earlier), disabled(mira))).isInstanceOf(SamePerson.class);
  }

  @Test
  void an_earlier_profile_with_another_account_is_a_conflict_for_its_owner_would_lose_that() {
    UserRecord both =
        user(
            "Google_g7",
            SourceStatus.EXTERNAL_PROVIDER,
            account("Google", "g7", true),
            account("Facebook", "f1", false));

    assertThat(conflict(both, mira))
        .contains("an account at Facebook", "\"mira\" (sub-mira)", "AdminLinkProviderForUser");
  }

  @Test
  void who_had_moved_before_the_link_is_told_to_lack_it() {
    SamePerson before = merged(earlier, profile(mira, LINKED.minusSeconds(1)));
    SamePerson after = merged(earlier, profile(mira, LINKED.plusSeconds(1)));

    assertThat(before.linkMissing()).isTrue();
    assertThat(before.why()).contains("until it is linked there too");
    assertThat(after.linkMissing()).isFalse();
  }

  @Test
  void an_earlier_profile_that_has_moved_is_named_in_case_the_target_refuses_the_linked_one() {
    PersonMatch match =
        Persons.match(profile(mira, null), List.of(profile(earlier, LINKED.minusSeconds(9))));

    assertThat(match)
        .isInstanceOfSatisfying(
            OwnPerson.class,
            own ->
                assertThat(own.ifRefused())
                    .contains("\"mira\" (sub-mira)", "\"Google_g7\" (sub-Google_g7)", "Google"));
  }

  @Test
  void a_name_cannot_write_to_the_terminal() {
    UserRecord hostile =
        user("mi\u001B[31m\u202Era\uD800", SourceStatus.CONFIRMED, account("Google", "g7", false));

    assertThat(conflict(hostile, olaf)).contains("\"mi\uFFFD[31m\uFFFDra\uFFFD\"");
  }

  private static PersonMatch match(UserRecord one, UserRecord... others) {
    return Persons.match(
        profile(one, null), List.of(others).stream().map(other -> profile(other, null)).toList());
  }

  private static SamePerson merged(UserRecord one, UserRecord other) {
    return merged(one, profile(other, null));
  }

  private static SamePerson merged(UserRecord one, Profile other) {
    return (SamePerson) Persons.match(profile(one, null), List.of(other));
  }

  private static String conflict(UserRecord one, UserRecord... others) {
    return ((Conflict) match(one, others)).why();
  }

  private static Profile profile(UserRecord user, @Nullable Instant writtenAt) {
    return new Profile(user, writtenAt);
  }

  private static ExternalIdentity account(String provider, String id, boolean primary) {
    return new ExternalIdentity(provider, provider, id, null, primary, LINKED);
  }

  private static UserRecord disabled(UserRecord user) {
    return changed(user, false, user.attributes());
  }

  private static UserRecord with(UserRecord user, Map<String, String> attributes) {
    return changed(user, user.enabled(), attributes);
  }

  private static UserRecord user(String name, SourceStatus status, ExternalIdentity... identities) {
    UserId id = new UserId("sub-" + name.replaceAll("\\p{C}", ""));
    return new UserRecord(
        id, name, status, true, Map.of(), List.of(identities), List.of(), LINKED, LINKED);
  }

  private static UserRecord changed(
      UserRecord user, boolean enabled, Map<String, String> attributes) {
    return new UserRecord(
        user.id(),
        user.username(),
        user.status(),
        enabled,
        attributes,
        user.identities(),
        user.groups(),
        user.createdAt(),
        user.modifiedAt());
  }
}
