package dev.sluice.migration.login;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.api.MigrationMode;
import dev.sluice.api.Secret;
import dev.sluice.api.ledger.Change;
import dev.sluice.api.ledger.LedgerException;
import dev.sluice.api.ledger.MigrationState;
import dev.sluice.api.ledger.MovedBy;
import dev.sluice.api.ledger.UserIdentifiers;
import dev.sluice.api.source.Challenge;
import dev.sluice.api.source.NoVerdictReason;
import dev.sluice.api.source.PasswordAttempt;
import dev.sluice.api.source.PasswordCheck;
import dev.sluice.api.source.RefusalReason;
import dev.sluice.api.source.SecondFactor;
import dev.sluice.api.source.Verdict;
import dev.sluice.api.user.PlannedUser;
import dev.sluice.api.user.RequiredAction;
import dev.sluice.api.user.UserId;
import dev.sluice.api.user.UserRecord;
import dev.sluice.contracts.source.FakePasswordCheck;
import dev.sluice.contracts.source.FakeUserSource;
import dev.sluice.migration.attempt.MemoryAttemptLimit;
import dev.sluice.migration.ledger.jdbc.LedgerStore;
import dev.sluice.migration.mapping.AttributeMapping;
import dev.sluice.migration.mapping.UserMapping;
import dev.sluice.migration.run.People;
import dev.sluice.migration.segment.Condition;
import dev.sluice.migration.segment.Opening;
import dev.sluice.migration.segment.Segment;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class FirstLoginTest {
  private static final Optional<URI> OLD_SYSTEM =
      Optional.of(URI.create("https://old.example.org/login"));
  private static final Instant NOW = Instant.parse("2026-03-04T05:06:07Z");
  private static final String RIGHT = "made-up Horse 7 staple";
  private static final UserRecord MIRA =
      People.person(
          "a1b2c3d4-0000-4000-8000-00000000000a",
          "mira",
          Map.of("email", "mira@example.org", "custom:plan", "gold"));

  private final FakeUserSource source = new FakeUserSource(MIRA);
  private final FakePasswordCheck check =
      new FakePasswordCheck()
          .knows("mira", RIGHT, MIRA.id())
          .knows("mira@example.org", RIGHT, MIRA.id());
  private Opening opening = Opening.EVERYBODY;
  private LedgerStore store;

  @BeforeEach
  void open(@TempDir Path dir) {
    store = LedgerStore.open("jdbc:sqlite:" + dir.resolve("ledger.db"));
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void the_right_password_of_an_imported_user_is_proven_and_moves_nobody_yet() {
    imported();

    FirstLoginAnswer answer = login("mira@example.org", MIRA.id(), RIGHT);

    assertThat(answer).isEqualTo(new FirstLoginAnswer.ProvenThere(MIRA.id()));
    assertThat(state()).isEqualTo(MigrationState.IMPORTED);
    assertThat(source.finds()).as("the proof says all that the target needs").isZero();
  }

  @Test
  void a_proof_that_does_not_say_whose_it_is_has_the_user_read() {
    imported();
    check.answers("mira", RIGHT, new Verdict.Proven("mira", null, SecondFactor.NONE, false));

    assertThat(user(login("mira", MIRA.id(), RIGHT)).id()).isEqualTo(MIRA.id());
    assertThat(source.finds()).isOne();
  }

  @Test
  void a_crowd_is_turned_away_before_anything_is_read_and_told_when_to_come_back() {
    imported();
    FirstLogin crowded =
        firstLogin(
            MigrationMode.HYBRID,
            new PasswordCheck() {
              @Override
              public Verdict check(PasswordAttempt attempt) {
                throw new AssertionError("There is no turn for it.");
              }

              @Override
              public Optional<Duration> busy(Duration budget) {
                return Optional.of(Duration.ofSeconds(17));
              }
            });
    store.close();

    assertThat(crowded.answer(request("mira", MIRA.id(), RIGHT), Duration.ofSeconds(30)))
        .isInstanceOfSatisfying(
            FirstLoginAnswer.None.class,
            none -> {
              assertThat(none.reason()).isEqualTo(NoVerdictReason.SOURCE_THROTTLED);
              assertThat(none.retryAfter()).isEqualTo(Duration.ofSeconds(17));
            });
  }

  @Test
  void an_imported_user_is_asked_about_by_the_pools_own_username() {
    imported();

    login("whatever was typed", MIRA.id(), RIGHT);

    assertThat(check.asked()).containsExactly("mira");
  }

  @Test
  void an_unknown_login_with_the_right_password_brings_the_whole_user() {
    FirstLoginAnswer answer = login("mira@example.org", null, RIGHT);

    assertThat(user(answer).attributes()).isEqualTo(Map.of("custom:plan", List.of("gold")));
    assertThat(state()).isEqualTo(MigrationState.DISCOVERED);
  }

  @Test
  void a_wrong_password_is_refused_and_bills_nobody() {
    FirstLoginAnswer answer = login("mira@example.org", null, "wrong");

    assertThat(answer).isEqualTo(new FirstLoginAnswer.Refused(RefusalReason.WRONG_PASSWORD));
    assertThat(state()).isEqualTo(MigrationState.DISCOVERED);
    assertThat(source.finds()).isZero();
  }

  @Test
  void wrong_passwords_count_once_a_person_whichever_login_is_typed() {
    login("mira@example.org", null, "wrong 1");
    login("mira", null, "wrong 2");
    login("mira@example.org", null, "wrong 3");
    login("mira", null, "wrong 4");

    for (String typed : List.of("mira", "mira@example.org")) {
      assertThat(login(typed, null, RIGHT))
          .isInstanceOfSatisfying(
              FirstLoginAnswer.None.class,
              none -> assertThat(none.reason()).isEqualTo(NoVerdictReason.TOO_MANY_ATTEMPTS));
    }
    assertThat(check.asked()).hasSize(4);
  }

  @Test
  void the_fifth_wrong_password_is_not_passed_on_and_proves_nothing() {
    imported();
    for (int i = 0; i < 4; i++) {
      login("mira", MIRA.id(), "wrong" + i);
    }

    assertThat(login("mira", MIRA.id(), "wrong again"))
        .isInstanceOfSatisfying(
            FirstLoginAnswer.None.class,
            none -> assertThat(none.reason()).isEqualTo(NoVerdictReason.TOO_MANY_ATTEMPTS));
    assertThat(check.asked()).hasSize(4);
  }

  @Test
  void a_pace_that_is_out_of_reach_proves_nothing_and_counts_against_nobody() {
    imported();
    AtomicBoolean away = new AtomicBoolean(true);
    FirstLogin login =
        firstLogin(
            MigrationMode.HYBRID,
            attempt -> {
              if (away.get()) {
                throw new LedgerException("The ledger is away.");
              }
              return check.check(attempt);
            });
    for (int i = 0; i < 5; i++) {
      assertThat(login.answer(request("mira", MIRA.id(), "wrong"), Duration.ofSeconds(30)))
          .isInstanceOfSatisfying(
              FirstLoginAnswer.None.class,
              none -> assertThat(none.reason()).isEqualTo(NoVerdictReason.LEDGER_UNAVAILABLE));
    }
    away.set(false);

    assertThat(login.answer(request("mira", MIRA.id(), RIGHT), Duration.ofSeconds(30)))
        .isEqualTo(new FirstLoginAnswer.ProvenThere(MIRA.id()));
  }

  @Test
  void one_users_several_logins_share_one_limit() {
    imported();
    for (int i = 0; i < 4; i++) {
      login(i % 2 == 0 ? "mira" : "MIRA@example.org", null, "wrong" + i);
    }

    assertThat(login("mira", MIRA.id(), "wrong again")).isInstanceOf(FirstLoginAnswer.None.class);
  }

  @ParameterizedTest
  @EnumSource(NoVerdictReason.class)
  void no_verdict_stays_no_verdict_and_never_counts(NoVerdictReason reason) {
    imported();
    check.answersAlways(new Verdict.NoVerdict(reason, Duration.ofSeconds(9), "made up"));
    for (int i = 0; i < 20; i++) {
      assertThat(login("mira", MIRA.id(), RIGHT))
          .isEqualTo(new FirstLoginAnswer.None(reason, Duration.ofSeconds(9), "made up"));
    }
    check.answersAlways(null);

    assertThat(login("mira", MIRA.id(), RIGHT))
        .isEqualTo(new FirstLoginAnswer.ProvenThere(MIRA.id()));
  }

  @ParameterizedTest
  @EnumSource(RefusalReason.class)
  void a_refusal_keeps_its_reason(RefusalReason reason) {
    imported();
    check.answersAlways(new Verdict.Refused(reason));

    assertThat(login("mira", MIRA.id(), RIGHT)).isEqualTo(new FirstLoginAnswer.Refused(reason));
  }

  @ParameterizedTest
  @CsvSource({
    "NONE, false",
    "TOTP, true",
    "SMS, true",
    "EMAIL, true",
    "CHOICE, true",
    "SETUP, true"
  })
  void a_second_factor_at_the_source_is_owed_at_the_target(SecondFactor factor, boolean owed) {
    boolean answered = owed && factor != SecondFactor.SETUP;
    Challenge challenge = new Challenge(factor, "mira", new Secret("session"), null, List.of());
    check.answers(
        "mira",
        RIGHT,
        new Verdict.Proven("mira", MIRA.id(), factor, false, answered ? challenge : null));

    assertThat(then(login("mira", null, RIGHT)))
        .isEqualTo(owed ? Set.of(RequiredAction.SECOND_FACTOR) : Set.of());
  }

  @ParameterizedTest
  @EnumSource(
      value = SecondFactor.class,
      names = {"TOTP", "SMS", "EMAIL", "CHOICE", "DEVICE"})
  void a_second_factor_that_nobody_could_answer_here_proves_nothing(SecondFactor factor) {
    check.answers("mira", RIGHT, new Verdict.Proven("mira", MIRA.id(), factor, false));

    assertThat(login("mira", null, RIGHT))
        .isInstanceOfSatisfying(
            FirstLoginAnswer.None.class,
            none -> assertThat(none.reason()).isEqualTo(NoVerdictReason.MISCONFIGURED));
  }

  @Test
  void a_temporary_password_must_be_replaced() {
    check.answers("mira", RIGHT, new Verdict.Proven("mira", null, SecondFactor.NONE, true));

    assertThat(then(login("mira", null, RIGHT))).containsExactly(RequiredAction.NEW_PASSWORD);
  }

  @Test
  void the_source_is_not_asked_about_a_user_who_has_moved() {
    imported();
    store.ledger().move("gateway", Change.migrated(MIRA.id(), MovedBy.PASSWORD));

    assertThat(login("mira@example.org", null, RIGHT))
        .isEqualTo(new FirstLoginAnswer.Refused(RefusalReason.ALREADY_MOVED));
    assertThat(check.asked()).isEmpty();
  }

  @Test
  void who_came_during_a_close_that_was_taken_back_is_told_to_set_a_new_password() {
    imported();
    store.ledger().move("bulk", Change.migrated(MIRA.id(), MovedBy.FORCED));

    assertThat(login("mira", MIRA.id(), RIGHT))
        .isEqualTo(new FirstLoginAnswer.Refused(RefusalReason.RESET_REQUIRED));
    assertThat(check.asked()).isEmpty();
  }

  @Test
  void a_target_that_asks_by_id_about_a_user_who_has_moved_is_out_of_step_and_proves_nothing() {
    imported();
    store.ledger().move("gateway", Change.migrated(MIRA.id(), MovedBy.PASSWORD));

    assertThat(login("mira", MIRA.id(), RIGHT))
        .isInstanceOfSatisfying(
            FirstLoginAnswer.None.class,
            none -> assertThat(none.reason()).isEqualTo(NoVerdictReason.MISCONFIGURED));
    assertThat(check.asked()).isEmpty();
  }

  @Test
  void a_user_who_was_deleted_at_the_target_does_not_come_back() {
    imported();
    store.ledger().move("gateway", Change.gone(MIRA.id()));

    assertThat(login("mira", null, RIGHT))
        .isEqualTo(new FirstLoginAnswer.Refused(RefusalReason.UNKNOWN_USER));
  }

  @Test
  void somebody_who_was_deleted_and_has_signed_up_again_gets_in() {
    UserRecord before = People.person("0-before", "mira-0", Map.of("email", "mira@example.org"));
    store.ledger().see("sync", List.of(UserIdentifiers.of(before)));
    store.ledger().move("sync", Change.gone(before.id()));

    assertThat(user(login("mira@example.org", null, RIGHT)).id()).isEqualTo(MIRA.id());
  }

  @Test
  void nobody_takes_an_address_along_that_is_another_users_login() {
    UserRecord owner =
        People.person(
            "0-owner", "owner", Map.of("email", "mira@example.org", "email_verified", "true"));
    store.ledger().see("sync", List.of(UserIdentifiers.of(owner)));

    PlannedUser mira = user(login("mira", null, RIGHT));

    assertThat(mira.id()).isEqualTo(MIRA.id());
    assertThat(mira.email()).isNull();
  }

  @Test
  void a_merged_profile_with_the_same_email_stands_in_nobodys_way() {
    UserRecord earlier =
        People.person("0-earlier", "Google_7", Map.of("email", "mira@example.org"));
    store.ledger().see("bulk", List.of(UserIdentifiers.of(earlier)));
    store.ledger().move("bulk", Change.merged(earlier.id(), "The same person as mira."));
    imported();

    assertThat(login("mira@example.org", null, RIGHT))
        .isInstanceOfSatisfying(
            FirstLoginAnswer.Proven.class,
            proven -> assertThat(proven.user().id()).isEqualTo(MIRA.id()));
    store.ledger().move("bulk", Change.migrated(MIRA.id(), MovedBy.PASSWORD));
    assertThat(login("mira@example.org", null, RIGHT))
        .isEqualTo(new FirstLoginAnswer.Refused(RefusalReason.ALREADY_MOVED));
    assertThat(login("Google_7", null, RIGHT))
        .isEqualTo(new FirstLoginAnswer.Refused(RefusalReason.UNKNOWN_USER));
  }

  @Test
  void a_rejected_user_who_proves_the_password_moves() {
    store.ledger().see("bulk", List.of(UserIdentifiers.of(MIRA)));
    store.ledger().move("bulk", Change.rejected(MIRA.id(), "Was not to be."));

    assertThat(login("mira", null, RIGHT)).isInstanceOf(FirstLoginAnswer.Proven.class);
  }

  @Test
  void a_password_that_proves_somebody_else_is_wrong_for_this_user() {
    UserRecord other =
        People.person("b1b2c3d4-0000-4000-8000-00000000000b", "noor", Map.of("locale", "nl"));
    source.put(other);
    check.knows("noor", RIGHT, other.id());

    assertThat(login("noor", MIRA.id(), RIGHT))
        .isEqualTo(new FirstLoginAnswer.Refused(RefusalReason.WRONG_PASSWORD));
  }

  @Test
  void a_user_disabled_at_the_source_is_refused_although_the_password_is_right() {
    source.put(People.disabled(MIRA));

    assertThat(login("mira", null, RIGHT))
        .isEqualTo(new FirstLoginAnswer.Refused(RefusalReason.DISABLED));
  }

  @Test
  void a_user_who_cannot_be_mapped_is_told_to_try_later_and_support_sees_why() {
    source.put(People.withAttribute(MIRA, "username", "someone-else"));

    assertThat(login("mira", null, RIGHT))
        .isInstanceOfSatisfying(
            FirstLoginAnswer.None.class,
            none -> assertThat(none.reason()).isEqualTo(NoVerdictReason.NOT_MOVABLE));
    assertThat(state()).isEqualTo(MigrationState.REJECTED);
  }

  @Test
  void outside_the_open_segments_the_right_password_moves_nobody_and_leaves_no_trace() {
    openFor("staff");

    assertThat(login("mira", null, RIGHT)).isEqualTo(new FirstLoginAnswer.NotYet(OLD_SYSTEM));
    assertThat(store.ledger().tally().total()).isZero();
  }

  @Test
  void an_imported_user_outside_the_open_segments_stays_imported() {
    imported();
    openFor("staff");

    assertThat(login("mira", MIRA.id(), RIGHT)).isEqualTo(new FirstLoginAnswer.NotYet(OLD_SYSTEM));
    assertThat(state()).isEqualTo(MigrationState.IMPORTED);
  }

  @Test
  void who_does_not_know_the_password_does_not_learn_who_is_outside() {
    openFor("staff");

    assertThat(login("mira", null, "wrong"))
        .isEqualTo(new FirstLoginAnswer.Refused(RefusalReason.WRONG_PASSWORD));
  }

  @Test
  void to_be_outside_never_counts_as_a_wrong_password() {
    openFor("staff");
    for (int i = 0; i < 3; i++) {
      login("mira", null, "wrong" + i);
      assertThat(login("mira", null, RIGHT)).isInstanceOf(FirstLoginAnswer.NotYet.class);
    }
    for (int i = 0; i < 12; i++) {
      assertThat(login("mira", null, RIGHT)).isInstanceOf(FirstLoginAnswer.NotYet.class);
    }
  }

  @Test
  void in_one_of_the_open_segments_a_user_moves() {
    openFor("staff", "readers");

    assertThat(login("mira", null, RIGHT)).isInstanceOf(FirstLoginAnswer.Proven.class);
  }

  @Test
  void a_user_who_has_moved_is_told_so_whatever_is_open() {
    imported();
    store.ledger().move("gateway", Change.migrated(MIRA.id(), MovedBy.PASSWORD));
    openFor("staff");

    assertThat(login("mira", null, RIGHT))
        .isEqualTo(new FirstLoginAnswer.Refused(RefusalReason.ALREADY_MOVED));
  }

  @Test
  void in_the_bulk_way_nobody_asks_the_source() {
    FirstLogin bulk = firstLogin(MigrationMode.BULK, check);

    assertThat(bulk.answer(request("mira", null, RIGHT), Duration.ofSeconds(30)))
        .isEqualTo(new FirstLoginAnswer.Refused(RefusalReason.RESET_REQUIRED));
    assertThat(check.asked()).isEmpty();
  }

  @Test
  void a_source_that_hangs_is_no_verdict_when_the_budget_is_used_up() {
    PasswordCheck hangs =
        attempt -> {
          try {
            Thread.sleep(Duration.ofMinutes(5));
          } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
          }
          return new Verdict.Refused(RefusalReason.WRONG_PASSWORD);
        };

    assertThat(
            firstLogin(MigrationMode.HYBRID, hangs)
                .answer(request("mira", null, RIGHT), Duration.ofMillis(50)))
        .isInstanceOfSatisfying(
            FirstLoginAnswer.None.class,
            none -> assertThat(none.reason()).isEqualTo(NoVerdictReason.SOURCE_TIMED_OUT));
  }

  @Test
  void a_ledger_that_cannot_be_read_is_no_verdict() {
    FirstLogin login = firstLogin(MigrationMode.HYBRID, check);
    store.close();

    assertThat(login.answer(request("mira", MIRA.id(), RIGHT), Duration.ofSeconds(30)))
        .isInstanceOfSatisfying(
            FirstLoginAnswer.None.class,
            none -> assertThat(none.reason()).isEqualTo(NoVerdictReason.LEDGER_UNAVAILABLE));
  }

  @Test
  void a_settled_user_is_migrated_however_often_it_is_said() {
    imported();
    Settlement settlement = new Settlement(store.ledger());

    assertThat(settlement.moved(MIRA.id(), MovedBy.PASSWORD)).isTrue();
    assertThat(settlement.moved(MIRA.id(), MovedBy.PASSWORD)).isTrue();
    assertThat(state()).isEqualTo(MigrationState.MIGRATED);
    assertThat(store.ledger().history(MIRA.id())).hasSize(3);
  }

  @Test
  void nobody_is_settled_whom_the_ledger_does_not_know() {
    assertThat(new Settlement(store.ledger()).moved(MIRA.id(), MovedBy.PASSWORD)).isFalse();
    assertThat(new Settlement(store.ledger()).gone(MIRA.id())).isFalse();
  }

  @Test
  void a_user_moved_by_force_who_sets_a_password_is_settled_as_reset() {
    imported();
    store.ledger().move("bulk", Change.migrated(MIRA.id(), MovedBy.FORCED));

    assertThat(new Settlement(store.ledger()).moved(MIRA.id(), MovedBy.RESET)).isTrue();
    assertThat(store.ledger().find(MIRA.id()).orElseThrow().by()).isEqualTo(MovedBy.RESET);
  }

  /** Opens segments of groups, of which Mira is in "readers". */
  private void openFor(String... groups) {
    source.put(MIRA.withGroups(List.of("readers")));
    List<Segment> segments =
        Stream.of(groups).map(name -> new Segment(name, new Condition.InGroup(name))).toList();
    opening = new Opening(Optional.of(segments), OLD_SYSTEM);
  }

  private void imported() {
    store.ledger().see("bulk", List.of(UserIdentifiers.of(MIRA)));
    store.ledger().move("bulk", Change.imported(MIRA.id()));
  }

  private FirstLoginAnswer login(String login, @Nullable UserId id, String password) {
    return shared().answer(request(login, id, password), Duration.ofSeconds(30));
  }

  private @Nullable FirstLogin shared;

  private FirstLogin shared() {
    FirstLogin made = shared == null ? firstLogin(MigrationMode.HYBRID, check) : shared;
    shared = made;
    return made;
  }

  private FirstLogin firstLogin(MigrationMode mode, PasswordCheck passwords) {
    return new FirstLogin(
        store.ledger(),
        source,
        passwords,
        new UserMapping(mode, new AttributeMapping(Map.of()), Map.of()),
        new MemoryAttemptLimit(InstantSource.system()),
        opening,
        () -> NOW,
        Runnable::run);
  }

  private static FirstLoginRequest request(String login, @Nullable UserId id, String password) {
    return new FirstLoginRequest(login, id, new Secret(password), "192.0.2.7", "made-up browser");
  }

  private MigrationState state() {
    return store.ledger().find(MIRA.id()).orElseThrow().state();
  }

  private static PlannedUser user(FirstLoginAnswer answer) {
    assertThat(answer).isInstanceOf(FirstLoginAnswer.Proven.class);
    return ((FirstLoginAnswer.Proven) answer).user();
  }

  private static Set<RequiredAction> then(FirstLoginAnswer answer) {
    assertThat(answer).isInstanceOf(FirstLoginAnswer.Proven.class);
    return ((FirstLoginAnswer.Proven) answer).then();
  }
}
