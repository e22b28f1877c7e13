package dev.sluice.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.sluice.rehearsal.user.MadeUser;
import dev.sluice.rehearsal.user.UserKind;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cognitoidentityprovider.model.NotAuthorizedException;

/** After 5 failures 2^(n-5) seconds (Cognito developer guide, authentication). */
class LockoutTest {

  private static final String WRONG = "Incorrect username or password.";
  private static final String LOCKED = "Password attempts exceeded";

  private final SettableClock clock = new SettableClock();
  private final PoolUnderTest under = new PoolUnderTest(PoolUnderTest.OPTIONS.withClock(clock));
  private final MadeUser user = under.a(UserKind.ORDINARY);

  @AfterEach
  void stop() {
    under.close();
  }

  @Test
  void the_fifth_failure_locks_even_the_right_password_out_for_a_second() {
    for (int attempt = 0; attempt < 5; attempt++) {
      assertThat(refusal("Wrong-1-password!")).isEqualTo(WRONG);
    }

    assertThat(refusal(user.password())).isEqualTo(LOCKED);
    clock.pass(Duration.ofMillis(1001));
    assertThat(logsIn()).isTrue();
  }

  @Test
  void each_further_failure_doubles_the_time() {
    for (int failure = 0; failure < 5; failure++) {
      refusal("Wrong-1-password!");
    }
    for (int seconds = 1; seconds <= 8; seconds *= 2) {
      assertThat(refusal(user.password())).isEqualTo(LOCKED);
      clock.pass(Duration.ofMillis(1000L * seconds - 1));
      assertThat(refusal("Wrong-1-password!")).isEqualTo(LOCKED);
      clock.pass(Duration.ofMillis(1));
      assertThat(refusal("Wrong-1-password!")).isEqualTo(WRONG);
    }
  }

  @Test
  void success_starts_the_count_again() {
    fail(4);
    assertThat(logsIn()).isTrue();
    fail(4);

    assertThat(logsIn()).isTrue();
  }

  @Test
  void fifteen_idle_minutes_start_the_count_again() {
    fail(4);
    clock.pass(Duration.ofMinutes(15));
    fail(4);

    assertThat(logsIn()).isTrue();
  }

  @Test
  void a_lockout_lasts_fifteen_minutes_at_most() {
    for (int failure = 0; failure < 20; failure++) {
      refusal("Wrong-1-password!");
      clock.pass(Duration.ofMinutes(14));
      refusal("Wrong-1-password!");
      clock.pass(Duration.ofSeconds(61));
    }
    clock.pass(Duration.ofMinutes(14));

    assertThat(logsIn()).isTrue();
  }

  @Test
  void one_users_failures_do_not_lock_another_out() {
    fail(6);

    MadeUser other = under.pool.users(UserKind.ORDINARY).skip(1).findFirst().orElseThrow();
    assertThat(under.adminLogin(other.login(), other.password()).authenticationResult())
        .isNotNull();
  }

  private void fail(int times) {
    for (int failure = 0; failure < times; failure++) {
      refusal("Wrong-1-password!");
    }
  }

  private String refusal(String password) {
    return catchThrowableOfType(
            NotAuthorizedException.class, () -> under.adminLogin(user.login(), password))
        .awsErrorDetails()
        .errorMessage();
  }

  private boolean logsIn() {
    return under.adminLogin(user.login(), user.password()).authenticationResult() != null;
  }
}
