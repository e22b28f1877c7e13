package dev.sluice.contracts.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.api.Secret;
import dev.sluice.api.source.PasswordAttempt;
import dev.sluice.api.source.PasswordCheck;
import dev.sluice.api.source.RefusalReason;
import dev.sluice.api.source.Verdict;
import dev.sluice.api.user.UserId;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The contract of every password check, tested with one user who has a password and no MFA. */
public abstract class PasswordCheckContract {

  /**
   * Returns the check under test; a new one for every test or the same one, as the adapter likes.
   */
  protected abstract PasswordCheck check();

  /** Returns a login of the user who has a password. */
  protected abstract String login();

  /** Returns that user's password. */
  protected abstract String password();

  /** Returns that user's id. */
  protected abstract UserId id();

  @Test
  protected void the_right_password_proves_the_user() {
    assertThat(check().check(attempt(login(), password())))
        .isInstanceOfSatisfying(
            Verdict.Proven.class,
            proven -> {
              assertThat(proven.login()).isNotBlank();
              assertThat(proven.temporary()).isFalse();
              if (proven.id() != null) {
                assertThat(proven.id()).isEqualTo(id());
              }
            });
  }

  @Test
  protected void a_wrong_password_is_refused() {
    assertThat(check().check(attempt(login(), password() + "x")))
        .isEqualTo(new Verdict.Refused(RefusalReason.WRONG_PASSWORD));
  }

  @Test
  protected void an_empty_password_is_refused() {
    assertThat(check().check(attempt(login(), "")))
        .isEqualTo(new Verdict.Refused(RefusalReason.WRONG_PASSWORD));
  }

  @Test
  protected void a_login_that_nobody_has_is_refused() {
    assertThat(check().check(attempt("nobody-has-this-login", password())))
        .isIn(
            new Verdict.Refused(RefusalReason.WRONG_PASSWORD),
            new Verdict.Refused(RefusalReason.UNKNOWN_USER));
  }

  @Test
  protected void a_verdict_never_shows_the_password() {
    assertThat(check().check(attempt(login(), password())).toString()).doesNotContain(password());
    assertThat(check().check(attempt(login(), "Wr0ng-" + password())).toString())
        .doesNotContain(password());
  }

  /** Returns an attempt with ten seconds, from an address kept for documentation (RFC 5737). */
  protected static PasswordAttempt attempt(String login, String password) {
    return new PasswordAttempt(
        login,
        new Secret(password),
        "192.0.2.17",
        "Mozilla/5.0 (contract)",
        Duration.ofSeconds(10));
  }
}
