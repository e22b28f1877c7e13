package dev.sluice.cognito.user;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.api.Secret;
import dev.sluice.api.source.Challenge;
import dev.sluice.api.source.FactorAttempt;
import dev.sluice.api.source.FactorVerdict;
import dev.sluice.api.source.PasswordAttempt;
import dev.sluice.api.source.RefusalReason;
import dev.sluice.api.source.SecondFactor;
import dev.sluice.api.source.Verdict;
import dev.sluice.api.user.UserId;
import dev.sluice.cognito.CognitoPool;
import dev.sluice.cognito.call.CognitoOptions;
import dev.sluice.cognito.call.PasswordFlow;
import dev.sluice.cognito.call.Reading;
import dev.sluice.cognito.password.CognitoPasswordCheck;
import dev.sluice.rehearsal.RehearsalOptions;
import dev.sluice.rehearsal.RehearsalPool;
import dev.sluice.rehearsal.pool.signin.SentCode;
import dev.sluice.rehearsal.quota.Quotas;
import dev.sluice.rehearsal.user.AuthenticatorApp;
import dev.sluice.rehearsal.user.MadeUser;
import dev.sluice.rehearsal.user.UserKind;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A whole sign-in with a second factor, from the password to the code, in every flow. */
class SecondFactorsTest {
  private static final Duration BUDGET = Duration.ofSeconds(20);

  private final RehearsalPool pool =
      RehearsalPool.start(
          RehearsalOptions.standard()
              .withUsers(400)
              .withSeed(512)
              .withRegion("sa-east-1")
              .withQuotas(Quotas.off())
              .withAuthFlows(
                  Set.of(
                      "ALLOW_ADMIN_USER_PASSWORD_AUTH",
                      "ALLOW_USER_PASSWORD_AUTH",
                      "ALLOW_USER_SRP_AUTH")));

  @AfterEach
  void stop() {
    pool.close();
  }

  @ParameterizedTest
  @EnumSource(PasswordFlow.class)
  void the_code_that_was_sent_by_sms_lets_in_once(PasswordFlow flow) {
    MadeUser user = user(UserKind.MFA_SMS);
    inOneConnection(
        flow,
        check -> {
          Challenge challenge = begin(check, user);
          String phone = user.phone().orElseThrow();
          assertThat(challenge.destination()).endsWith(phone.substring(phone.length() - 4));
          String code = sent(user, "SMS_MFA");

          assertThat(type(check, challenge, code))
              .isEqualTo(new FactorVerdict.Right(new UserId(user.sub())));
          assertThat(type(check, challenge, code))
              .isEqualTo(new FactorVerdict.Refused(RefusalReason.CHALLENGE_EXPIRED));
        });
    assertThat(pool.liveRefreshTokens()).isZero();
  }

  @ParameterizedTest
  @EnumSource(PasswordFlow.class)
  void after_a_wrong_code_the_right_one_of_the_app_lets_in(PasswordFlow flow) {
    MadeUser user = user(UserKind.MFA_TOTP);
    inOneConnection(
        flow,
        check -> {
          Challenge challenge = begin(check, user);

          assertThat(type(check, challenge, "000000x"))
              .isEqualTo(new FactorVerdict.Refused(RefusalReason.WRONG_CODE));
          assertThat(type(check, challenge, AuthenticatorApp.of(user).code(Instant.now())))
              .isEqualTo(new FactorVerdict.Right(new UserId(user.sub())));
        });
  }

  @ParameterizedTest
  @EnumSource(PasswordFlow.class)
  void who_has_several_factors_chooses_one(PasswordFlow flow) {
    MadeUser user = user(UserKind.MFA_SEVERAL);
    inOneConnection(
        flow,
        check -> {
          Challenge choice = begin(check, user);
          assertThat(choice.choices()).containsExactly(SecondFactor.SMS, SecondFactor.TOTP);

          FactorVerdict asked =
              check.answer(
                  new FactorAttempt(
                      choice,
                      new FactorAttempt.Answer.Choice(SecondFactor.SMS),
                      null,
                      null,
                      BUDGET));
          assertThat(asked).isInstanceOf(FactorVerdict.Asked.class);
          Challenge challenge = ((FactorVerdict.Asked) asked).challenge();
          assertThat(challenge.factor()).isEqualTo(SecondFactor.SMS);
          assertThat(type(check, challenge, sent(user, "SMS_MFA")))
              .isEqualTo(new FactorVerdict.Right(new UserId(user.sub())));
        });
  }

  private void inOneConnection(PasswordFlow flow, Consumer<CognitoPasswordCheck> work) {
    CognitoOptions options =
        new CognitoOptions(
            pool.userPoolId(),
            null,
            pool.endpoint(),
            pool.clientId(),
            new Secret(pool.clientSecret()),
            flow,
            1_000,
            Reading.SHARDED,
            Map.of());
    try (CognitoPool connection = CognitoPool.open(options);
        CognitoPasswordCheck check = connection.passwords()) {
      work.accept(check);
    }
  }

  private static Challenge begin(CognitoPasswordCheck check, MadeUser user) {
    Verdict verdict =
        check.check(
            new PasswordAttempt(user.login(), new Secret(user.password()), null, null, BUDGET));
    assertThat(verdict).isInstanceOf(Verdict.Proven.class);
    return Objects.requireNonNull(((Verdict.Proven) verdict).challenge());
  }

  private static FactorVerdict type(CognitoPasswordCheck check, Challenge challenge, String code) {
    return check.answer(
        new FactorAttempt(
            challenge, new FactorAttempt.Answer.Code(new Secret(code)), null, null, BUDGET));
  }

  private String sent(MadeUser user, String challenge) {
    return pool.sentTo(user).stream()
        .filter(sent -> sent.challenge().equals(challenge))
        .map(SentCode::code)
        .findFirst()
        .orElseThrow();
  }

  private MadeUser user(UserKind kind) {
    return pool.users(kind).findFirst().orElseThrow();
  }
}
