package dev.sluice.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.rehearsal.fault.Fault;
import dev.sluice.rehearsal.fault.Faults;
import dev.sluice.rehearsal.user.MadeUser;
import dev.sluice.rehearsal.user.UserKind;
import java.time.Duration;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ForbiddenException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.InternalErrorException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.LimitExceededException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.NotAuthorizedException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.TooManyRequestsException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserLambdaValidationException;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FaultsTest {

  private final PoolUnderTest under = new PoolUnderTest(PoolUnderTest.OPTIONS);
  private final Faults faults = under.pool.faults();
  private final MadeUser user = under.a(UserKind.ORDINARY);

  @AfterEach
  void mend() {
    faults.clear();
  }

  @AfterAll
  void stop() {
    under.close();
  }

  @Test
  void the_next_calls_are_throttled_and_the_ones_after_are_not() {
    long before = under.pool.calls().refused("TooManyRequestsException");
    faults.next(2, "ListUsers", new Fault.Throttled());

    assertThatThrownBy(this::list)
        .isInstanceOf(TooManyRequestsException.class)
        .satisfies(
            e -> assertThat(((TooManyRequestsException) e).isThrottlingException()).isTrue());
    assertThatThrownBy(this::list).isInstanceOf(TooManyRequestsException.class);
    list();
    assertThat(under.pool.calls().refused("TooManyRequestsException")).isEqualTo(before + 2);
  }

  @Test
  void only_the_named_operation_fails() {
    faults.next(1, "ListUsers", new Fault.ServerError());

    assertThat(login()).isTrue();
    assertThatThrownBy(this::list)
        .isInstanceOfSatisfying(
            InternalErrorException.class, e -> assertThat(e.statusCode()).isEqualTo(500));
  }

  @Test
  void a_share_of_all_calls_fails_evenly() {
    faults.share(0.25, Faults.ANY, new Fault.ServerError());

    int failed = 0;
    for (int call = 0; call < 40; call++) {
      failed += fails(this::list) ? 1 : 0;
    }
    assertThat(failed).isEqualTo(10);
  }

  @Test
  void a_failed_trigger_a_firewall_and_threat_protection_answer_as_aws_does() {
    faults
        .next(1, "AdminInitiateAuth", new Fault.TriggerFailed("PreAuthentication failed."))
        .next(1, "AdminInitiateAuth", new Fault.Forbidden())
        .next(1, "AdminInitiateAuth", new Fault.ThreatProtection())
        .next(1, "AdminInitiateAuth", new Fault.Failure("LimitExceededException", "Too much."));

    assertThatThrownBy(this::login).isInstanceOf(UserLambdaValidationException.class);
    assertThatThrownBy(this::login).isInstanceOf(ForbiddenException.class);
    assertThatThrownBy(this::login)
        .isInstanceOf(NotAuthorizedException.class)
        .hasMessageContaining("Unable to login because of security reasons.");
    assertThatThrownBy(this::login).isInstanceOf(LimitExceededException.class);
    assertThat(login()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CUSTOM_CHALLENGE",
        "DEVICE_SRP_AUTH",
        "SELECT_CHALLENGE",
        "WEB_AUTHN",
        "SMS_OTP",
        "PASSWORD_VERIFIER"
      })
  void odd_challenges_are_asked_on_request(String name) {
    faults.next(1, Faults.ANY, new Fault.Challenge(name));

    list();
    assertThat(under.adminLogin(user.login(), "Whatever-1!").challengeNameAsString())
        .isEqualTo(name);
  }

  @Test
  void a_closed_connection_and_a_hang_leave_the_caller_without_an_answer() {
    long before = under.pool.calls().refused("none");
    faults
        .next(2, "AdminInitiateAuth", new Fault.ConnectionClosed())
        .next(2, "AdminInitiateAuth", new Fault.Hang(Duration.ofMillis(30)));

    for (int calls = 0; calls < 40 && under.pool.calls().refused("none") < before + 4; calls++) {
      assertThatThrownBy(this::login).isInstanceOf(SdkClientException.class);
    }
    assertThat(under.pool.calls().refused("none")).isEqualTo(before + 4);
    assertThat(login()).isTrue();
  }

  @Test
  void a_slow_answer_is_still_the_right_one() {
    faults.next(1, "AdminInitiateAuth", new Fault.Slow(Duration.ofMillis(20)));

    assertThat(login()).isTrue();
  }

  @Test
  void calls_are_counted_by_operation() {
    long before = under.pool.calls().of("AdminInitiateAuth");
    long total = under.pool.calls().total();
    login();
    list();

    assertThat(under.pool.calls().of("AdminInitiateAuth")).isEqualTo(before + 1);
    assertThat(under.pool.calls().total()).isEqualTo(total + 2);
    assertThat(under.pool.calls().of("DeleteUserPool")).isZero();
  }

  @Test
  void a_fault_that_could_never_strike_is_refused() {
    assertThatThrownBy(() -> faults.next(0, "ListUsers", new Fault.Throttled()))
        .isInstanceOf(IllegalArgumentException.class);
    for (double share : List.of(0.0, 1.01, -1.0, Double.NaN)) {
      assertThatThrownBy(() -> faults.share(share, "ListUsers", new Fault.Throttled()))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  private void list() {
    under.list(r -> r.limit(1));
  }

  private boolean login() {
    return under.adminLogin(user.login(), user.password()).authenticationResult() != null;
  }

  private static boolean fails(ThrowingCallable call) {
    try {
      call.call();
      return false;
    } catch (Throwable expected) {
      return true;
    }
  }
}
