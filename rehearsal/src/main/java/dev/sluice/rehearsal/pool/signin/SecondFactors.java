package dev.sluice.rehearsal.pool.signin;

import dev.sluice.rehearsal.pool.call.CognitoError;
import dev.sluice.rehearsal.user.AuthenticatorApp;
import dev.sluice.rehearsal.user.MadeUser;
import dev.sluice.rehearsal.user.MfaKind;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Checks whether a code is right. Wrong codes count towards the same lockout as wrong passwords
 * (developer guide, MFA); an app's code may be a step early or late, and can be used once.
 */
public final class SecondFactors {

  private static final int MOST = 10_000;
  private static final int STEPS_EITHER_WAY = 1;

  private final Lockouts lockouts;
  private final InstantSource clock;
  private final Map<Long, Long> lastStep =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, Long> eldest) {
          return size() > MOST;
        }
      };

  public SecondFactors(Lockouts lockouts, InstantSource clock) {
    this.lockouts = lockouts;
    this.clock = clock;
  }

  /** Checks a code; returns without error when it is right. */
  void check(MadeUser user, Session session, String code) {
    if (session.challenge().equals(MfaKind.TOTP.challenge())) {
      checkApp(user, code);
    } else if (!session.code().equals(code)) {
      throw wrong(user, "Invalid code or auth state for the user.");
    }
  }

  private synchronized void checkApp(MadeUser user, String code) {
    AuthenticatorApp app = AuthenticatorApp.of(user);
    long now = AuthenticatorApp.step(clock.instant());
    for (long step = now - STEPS_EITHER_WAY; step <= now + STEPS_EITHER_WAY; step++) {
      if (app.code(step).equals(code)) {
        takeOnce(user, step);
        return;
      }
    }
    throw wrong(user, "Invalid code received for user");
  }

  private void takeOnce(MadeUser user, long step) {
    Long last = lastStep.get(user.index());
    if (last != null && last >= step) {
      throw CognitoError.of(
          "ExpiredCodeException", "Your software token has already been used once.");
    }
    lastStep.put(user.index(), step);
  }

  private CognitoError wrong(MadeUser user, String message) {
    lockouts.failed(user.index());
    return CognitoError.of("CodeMismatchException", message);
  }
}
