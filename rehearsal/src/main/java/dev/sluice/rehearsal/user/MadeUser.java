package dev.sluice.rehearsal.user;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A user of the rehearsal pool.
 *
 * @param index its number, from 0
 * @param signInBy what people of its pool type to log in
 * @param username what Cognito calls {@code Username}; a login in pools that sign in by username
 * @param password the made-up password; a temporary one for FORCE_CHANGE_PASSWORD, and never
 *     accepted for a federated user
 * @param passwordExpires when a temporary password stops working; null for never
 * @param attributes as ListUsers returns them, {@code sub} included, in a fixed order
 * @param groups the groups that it is in
 */
public record MadeUser(
    long index,
    UserKind kind,
    SignInBy signInBy,
    String username,
    String password,
    @Nullable Instant passwordExpires,
    UserStatus status,
    boolean enabled,
    MfaKind mfa,
    Map<String, String> attributes,
    List<LinkedIdentity> identities,
    List<String> groups,
    Instant created,
    Instant modified) {

  /** Returns the id that Cognito never changes. */
  public String sub() {
    return attributes.getOrDefault("sub", "");
  }

  public Optional<String> email() {
    return Optional.ofNullable(attributes.get("email"));
  }

  /** Returns the phone number, in E.164. */
  public Optional<String> phone() {
    return Optional.ofNullable(attributes.get("phone_number"));
  }

  public boolean emailVerified() {
    return isTrue(attributes.get("email_verified"));
  }

  public boolean phoneVerified() {
    return isTrue(attributes.get("phone_number_verified"));
  }

  /** Returns whether Cognito takes a flag for true, which it does in any case of letters. */
  public static boolean isTrue(@Nullable String flag) {
    return flag != null && flag.strip().equalsIgnoreCase("true");
  }

  /** Returns whether it comes from an external provider and has no password here. */
  public boolean isFederated() {
    return status == UserStatus.EXTERNAL_PROVIDER;
  }

  /**
   * Returns whether its password alone gets it tokens: confirmed, enabled, native and without MFA.
   */
  public boolean canLogIn() {
    return status == UserStatus.CONFIRMED && enabled && mfa == MfaKind.NONE;
  }

  /** Returns whether it has an authenticator app, alone or among others. */
  public boolean hasApp() {
    return mfa.settings().contains(MfaKind.TOTP.challenge());
  }

  /**
   * Returns what this user would type to log in: the username or, in pools where that equals the
   * sub, the email, else the phone number, as far as the pool takes them.
   */
  public String login() {
    if (!username.equals(sub())) {
      return username;
    }
    return email()
        .filter(address -> signInBy.takesEmail())
        .or(() -> phone().filter(number -> signInBy.takesPhone()))
        .orElse(username);
  }

  /** Returns the same user with another password; an expiry makes it a temporary one. */
  public MadeUser withPassword(
      String newPassword, @Nullable Instant expires, UserStatus newStatus, Instant now) {
    return new MadeUser(
        index,
        kind,
        signInBy,
        username,
        newPassword,
        expires,
        newStatus,
        enabled,
        mfa,
        attributes,
        identities,
        groups,
        created,
        now);
  }

  /** Returns the same user enabled or disabled. */
  public MadeUser withEnabled(boolean isEnabled, Instant now) {
    return new MadeUser(
        index,
        kind,
        signInBy,
        username,
        password,
        passwordExpires,
        status,
        isEnabled,
        mfa,
        attributes,
        identities,
        groups,
        created,
        now);
  }

  /** Returns the same user with some attributes changed; an empty value is kept as one. */
  public MadeUser withAttributes(Map<String, String> changes, Instant now) {
    Map<String, String> all = new LinkedHashMap<>(attributes);
    all.putAll(changes);
    return new MadeUser(
        index,
        kind,
        signInBy,
        username,
        password,
        passwordExpires,
        status,
        enabled,
        mfa,
        Collections.unmodifiableMap(all),
        identities,
        groups,
        created,
        now);
  }

  /** Returns the same user in other groups. */
  public MadeUser withGroups(List<String> newGroups, Instant now) {
    return new MadeUser(
        index,
        kind,
        signInBy,
        username,
        password,
        passwordExpires,
        status,
        enabled,
        mfa,
        attributes,
        identities,
        List.copyOf(newGroups),
        created,
        now);
  }

  /** Names the user without its password. */
  @Override
  public String toString() {
    return "MadeUser[" + index + ", " + kind + ", " + username + "]";
  }
}
