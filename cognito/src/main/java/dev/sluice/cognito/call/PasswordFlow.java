package dev.sluice.cognito.call;

import java.util.List;

/** How passwords are checked against the pool. */
public enum PasswordFlow {
  /**
   * {@code AdminInitiateAuth} with {@code ADMIN_USER_PASSWORD_AUTH}: needs AWS credentials, passes
   * the end user's address to Cognito and is not behind the pool's firewall.
   */
  ADMIN,
  /** {@code InitiateAuth} with {@code USER_PASSWORD_AUTH}: needs no credentials. */
  USER,
  /**
   * {@code AdminInitiateAuth} with {@code USER_SRP_AUTH}, then {@code AdminRespondToAuthChallenge}:
   * as {@link #ADMIN}, for app clients that allow nothing else. The password itself is not sent.
   */
  SRP;

  /**
   * Reads the word of the configuration file.
   *
   * @throws IllegalArgumentException when the word is another, listing the valid ones
   */
  public static PasswordFlow of(String word) {
    return switch (word) {
      case "admin" -> ADMIN;
      case "user" -> USER;
      case "srp" -> SRP;
      default ->
          throw new IllegalArgumentException(
              "password-check is admin, user or srp, not \"" + word + "\".");
    };
  }

  /** Returns what the app client's explicit auth flows must contain. */
  public String neededClientFlow() {
    return switch (this) {
      case ADMIN -> "ALLOW_ADMIN_USER_PASSWORD_AUTH";
      case USER -> "ALLOW_USER_PASSWORD_AUTH";
      case SRP -> "ALLOW_USER_SRP_AUTH";
    };
  }

  /**
   * Returns whether an app client with these explicit auth flows lets passwords be checked this
   * way. Before 2019 the names of flows had no {@code ALLOW_}, and clients of that time allow SRP
   * without saying so (service model, {@code ExplicitAuthFlows}).
   */
  public boolean isAllowedBy(List<String> explicitFlows) {
    return explicitFlows.contains(neededClientFlow())
        || switch (this) {
          case ADMIN -> explicitFlows.contains("ADMIN_NO_SRP_AUTH");
          case USER -> explicitFlows.contains("USER_PASSWORD_AUTH");
          case SRP -> explicitFlows.stream().noneMatch(flow -> flow.startsWith("ALLOW_"));
        };
  }
}
