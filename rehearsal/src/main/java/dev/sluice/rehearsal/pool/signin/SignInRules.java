package dev.sluice.rehearsal.pool.signin;

import dev.sluice.rehearsal.pool.call.AppClient;
import dev.sluice.rehearsal.pool.call.CognitoError;
import dev.sluice.rehearsal.pool.call.Directory;
import dev.sluice.rehearsal.user.MadeUser;
import dev.sluice.rehearsal.user.UserKind;
import dev.sluice.rehearsal.user.UserStatus;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The rules for every sign-in, whichever flow it takes. */
public final class SignInRules {

  /** As in the service model, {@code UsernameType}. */
  private static final Pattern USERNAME = Pattern.compile("[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}]+");

  private static final int LONGEST_USERNAME = 128;

  private final Directory directory;
  private final Lockouts lockouts;
  private final InstantSource clock;

  public SignInRules(Directory directory, Lockouts lockouts, InstantSource clock) {
    this.directory = directory;
    this.lockouts = lockouts;
    this.clock = clock;
  }

  static void requireAllowed(AppClient client, String flow, String refusal) {
    if (!client.allows(flow)) {
      throw CognitoError.invalidParameter(refusal);
    }
  }

  static String parameter(Map<String, String> parameters, String name) {
    String value = parameters.get(name);
    if (value == null || value.isEmpty()) {
      throw CognitoError.invalidParameter("Missing required parameter " + name);
    }
    return value;
  }

  /** Returns the login; one of another form is refused before anybody is looked for. */
  static String username(Map<String, String> parameters) {
    String username = parameter(parameters, "USERNAME");
    if (username.codePointCount(0, username.length()) > LONGEST_USERNAME) {
      throw notOfTheForm("have length less than or equal to " + LONGEST_USERNAME);
    }
    if (!USERNAME.matcher(username).matches()) {
      throw notOfTheForm("satisfy regular expression pattern: " + USERNAME.pattern());
    }
    return username;
  }

  private static CognitoError notOfTheForm(String demand) {
    return CognitoError.invalidParameter(
        "1 validation error detected: Value at 'userName' failed to satisfy constraint: Member must "
            + demand);
  }

  static void checkSecretHash(AppClient client, String username, Map<String, String> parameters) {
    if (!client.accepts(username, parameters.get("SECRET_HASH"))) {
      throw CognitoError.notAuthorized("Unable to verify secret hash for client " + client.id());
    }
  }

  /** Returns the user who signs in; empty for an unknown user where the client hides that. */
  Optional<MadeUser> find(AppClient client, String username) {
    Optional<MadeUser> found = directory.resolve(username);
    if (found.isEmpty() && !client.hidesUsers()) {
      throw CognitoError.noSuchUser();
    }
    return found;
  }

  /**
   * Refuses with the answers that say nothing about the password, which come before it is checked.
   */
  void refuseAnyPassword(AppClient client, MadeUser user) {
    refuseLocked(user);
    if (user.isFederated()) {
      throw wrong();
    }
    refuseDisabled(user);
    if (user.status() == UserStatus.UNCONFIRMED) {
      throw CognitoError.of("UserNotConfirmedException", "User is not confirmed.");
    }
    if (user.status() == UserStatus.RESET_REQUIRED) {
      throw user.kind() == UserKind.IMPORTED && client.hidesUsers()
          ? wrong()
          : CognitoError.of(
              "PasswordResetRequiredException", "Password reset required for the user");
    }
    if (user.passwordExpires() != null && clock.instant().isAfter(user.passwordExpires())) {
      throw CognitoError.notAuthorized(
          "Temporary password has expired and must be reset by an administrator.");
    }
  }

  void refuseLocked(MadeUser user) {
    if (lockouts.isLocked(user.index())) {
      throw CognitoError.notAuthorized("Password attempts exceeded");
    }
  }

  static void refuseDisabled(MadeUser user) {
    if (!user.enabled()) {
      throw CognitoError.notAuthorized("User is disabled.");
    }
  }

  /** Counts a wrong password and says so. */
  CognitoError wrongPassword(MadeUser user) {
    lockouts.failed(user.index());
    return wrong();
  }

  static CognitoError wrong() {
    return CognitoError.notAuthorized("Incorrect username or password.");
  }
}
