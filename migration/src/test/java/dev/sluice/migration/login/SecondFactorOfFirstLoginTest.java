package dev.sluice.migration.login;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.api.MigrationMode;
import dev.sluice.api.Secret;
import dev.sluice.api.ledger.UserIdentifiers;
import dev.sluice.api.source.Challenge;
import dev.sluice.api.source.FactorAttempt;
import dev.sluice.api.source.FactorVerdict;
import dev.sluice.api.source.NoVerdictReason;
import dev.sluice.api.source.PasswordCheck;
import dev.sluice.api.source.RefusalReason;
import dev.sluice.api.source.SecondFactor;
import dev.sluice.api.source.Verdict;
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
import dev.sluice.migration.segment.Opening;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The second step of a first login. */
class SecondFactorOfFirstLoginTest {
  private static final Duration LONG = Duration.ofSeconds(30);
  private static final String PASSWORD = "made-up Heron 5 clasp";
  private static final UserRecord NOOR =
      People.person("d1b2c3d4-0000-4000-8000-00000000000d", "noor", Map.of("locale", "nl"));
  private static final Challenge APP =
      new Challenge(SecondFactor.TOTP, "noor", new Secret("session-1"), null, List.of());

  private final FakePasswordCheck check =
      new FakePasswordCheck()
          .answers(
              "noor",
              PASSWORD,
              new Verdict.Proven("noor", NOOR.id(), SecondFactor.TOTP, false, APP))
          .answersFactor("session-1", "123456", new FactorVerdict.Right(NOOR.id()));
  private LedgerStore store;
  private FirstLogin logins;

  @BeforeEach
  void open(@TempDir Path dir) {
    store = LedgerStore.open("jdbc:sqlite:" + dir.resolve("ledger.db"));
    logins = logins(check);
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void a_target_that_does_not_use_it_is_told_what_it_always_was() {
    assertThat(proven().then()).containsExactly(RequiredAction.SECOND_FACTOR);
  }

  @Test
  void the_right_code_proves_the_user_who_had_proven_the_password() {
    assertThat(type(asked(), "123456")).isEqualTo(new FactorAnswer.Proven(NOOR.id()));
  }

  @Test
  void a_wrong_code_may_be_followed_by_the_right_one() {
    FactorAsked asked = asked();

    assertThat(type(asked, "000000")).isEqualTo(new FactorAnswer.Refused(RefusalReason.WRONG_CODE));
    assertThat(type(asked, "123456")).isInstanceOf(FactorAnswer.Proven.class);
  }

  /** The source counts them together, and locks a user out at five. */
  @Test
  void wrong_passwords_and_wrong_codes_are_counted_together_and_a_right_password_buys_none() {
    store.ledger().see("bulk", List.of(UserIdentifiers.of(NOOR)));
    login("wrong");
    login("wrong again");
    FactorAsked asked = asked();
    type(asked, "000001");
    type(asked, "000002");

    assertThat(type(asked, "123456"))
        .isInstanceOfSatisfying(
            FactorAnswer.None.class,
            none -> {
              assertThat(none.reason()).isEqualTo(NoVerdictReason.TOO_MANY_ATTEMPTS);
              assertThat(none.retryAfter()).isBetween(Duration.ofMinutes(14), LONG.plusMinutes(15));
            });
    assertThat(login(PASSWORD)).isInstanceOf(FirstLoginAnswer.None.class);
    assertThat(check.asked()).hasSize(5);
  }

  @Test
  void a_right_code_forgets_the_wrong_ones() {
    type(asked(), "000001");
    type(asked(), "000002");
    type(asked(), "123456");
    for (int wrong = 0; wrong < 3; wrong++) {
      assertThat(type(asked(), "00000" + wrong)).isInstanceOf(FactorAnswer.Refused.class);
    }

    assertThat(type(asked(), "123456")).isInstanceOf(FactorAnswer.Proven.class);
  }

  @Test
  void an_expired_challenge_and_an_outage_count_nothing() {
    check
        .answersFactor("session-1", "late", refused(RefusalReason.CHALLENGE_EXPIRED))
        .answersFactor(
            "session-1",
            "lost",
            new FactorVerdict.NoVerdict(
                NoVerdictReason.SOURCE_THROTTLED, Duration.ofSeconds(7), "made up"));
    FactorAsked asked = asked();
    for (int i = 0; i < 10; i++) {
      assertThat(type(asked, "late"))
          .isEqualTo(new FactorAnswer.Refused(RefusalReason.CHALLENGE_EXPIRED));
      assertThat(type(asked, "lost"))
          .isEqualTo(
              new FactorAnswer.None(
                  NoVerdictReason.SOURCE_THROTTLED, Duration.ofSeconds(7), "made up"));
    }
    assertThat(type(asked, "123456")).isInstanceOf(FactorAnswer.Proven.class);
  }

  @Test
  void a_factor_that_is_chosen_is_asked_for() {
    Challenge sms =
        new Challenge(SecondFactor.SMS, "noor", new Secret("session-2"), "+****77", List.of());
    check.answersFactor("session-1", "SMS", new FactorVerdict.Asked(sms));

    FactorAnswer answer = answer(asked(), new FactorAttempt.Answer.Choice(SecondFactor.SMS));

    assertThat(answer)
        .isInstanceOfSatisfying(
            FactorAnswer.Asked.class,
            asked -> {
              assertThat(asked.factor().user()).isEqualTo(NOOR.id());
              assertThat(asked.factor().challenge()).isEqualTo(sms);
            });
  }

  @Test
  void a_source_that_lets_in_somebody_else_proves_nothing() {
    check.answersFactor("session-1", "654321", new FactorVerdict.Right(new UserId("other")));

    assertThat(type(asked(), "654321"))
        .isInstanceOfSatisfying(
            FactorAnswer.None.class,
            none -> assertThat(none.reason()).isEqualTo(NoVerdictReason.MISCONFIGURED));
  }

  @Test
  void a_source_that_answers_no_factors_says_so() {
    FactorAsked asked = asked();
    PasswordCheck plain = attempt -> check.check(attempt);

    assertThat(
            logins(plain)
                .answer(
                    new FactorRequest(
                        asked, new FactorAttempt.Answer.Code(new Secret("123456")), null, null),
                    LONG))
        .isInstanceOf(FactorAnswer.None.class);
  }

  @Test
  void neither_session_nor_code_is_in_what_is_printed() {
    FactorAsked asked = asked();

    assertThat(asked.toString()).doesNotContain("session-1");
    assertThat(new FactorAttempt.Answer.Code(new Secret("123456")).toString())
        .doesNotContain("123456");
  }

  private FirstLogin logins(PasswordCheck passwords) {
    return new FirstLogin(
        store.ledger(),
        new FakeUserSource(NOOR),
        passwords,
        new UserMapping(MigrationMode.HYBRID, new AttributeMapping(Map.of()), Map.of()),
        new MemoryAttemptLimit(InstantSource.system()),
        Opening.EVERYBODY,
        InstantSource.system());
  }

  private FirstLoginAnswer login(String password) {
    return logins.answer(
        new FirstLoginRequest("noor", null, new Secret(password), null, null), LONG);
  }

  private FirstLoginAnswer.Proven proven() {
    FirstLoginAnswer answer = login(PASSWORD);
    assertThat(answer).isInstanceOf(FirstLoginAnswer.Proven.class);
    return (FirstLoginAnswer.Proven) answer;
  }

  private FactorAsked asked() {
    @Nullable FactorAsked asked = proven().factor();
    return Objects.requireNonNull(asked);
  }

  private FactorAnswer type(FactorAsked asked, String code) {
    return answer(asked, new FactorAttempt.Answer.Code(new Secret(code)));
  }

  private FactorAnswer answer(FactorAsked asked, FactorAttempt.Answer answer) {
    return logins.answer(new FactorRequest(asked, answer, "192.0.2.9", null), LONG);
  }

  private static FactorVerdict refused(RefusalReason reason) {
    return new FactorVerdict.Refused(reason);
  }
}
