package dev.sluice.migration.assess.found;

import dev.sluice.api.user.ExternalIdentity;
import dev.sluice.api.user.SourceStatus;
import dev.sluice.api.user.UserRecord;
import java.util.Comparator;
import java.util.Optional;

/**
 * How a user signs in.
 *
 * @param provider the name of the identity provider in the pool; empty for {@link Family#PASSWORD}
 *     and {@link Family#UNKNOWN}
 */
public record SignInKind(Family family, String provider) implements Comparable<SignInKind> {
  private static final Comparator<SignInKind> ORDER =
      Comparator.comparing(SignInKind::family).thenComparing(SignInKind::provider);

  /** The families of sign-in. */
  public enum Family {
    /** With a password of the pool. */
    PASSWORD,
    /** With a password of the pool, or through a provider that the profile is linked to. */
    LINKED,
    /** Through Google, Facebook, Apple or Amazon. */
    SOCIAL,
    SAML,
    OIDC,
    /** Through a provider that the profile does not name. */
    UNKNOWN
  }

  static SignInKind of(UserRecord user) {
    Optional<ExternalIdentity> identity = mainIdentity(user);
    if (user.status() != SourceStatus.EXTERNAL_PROVIDER) {
      return identity
          .map(linked -> new SignInKind(Family.LINKED, linked.provider()))
          .orElse(new SignInKind(Family.PASSWORD, ""));
    }
    return identity
        .map(one -> new SignInKind(familyOf(one), one.provider()))
        .orElse(new SignInKind(Family.UNKNOWN, ""));
  }

  /**
   * Returns whether the user bills as SAML or OIDC; a native user who is linked to such a provider
   * does too (AWS, Amazon Cognito pricing).
   */
  static boolean billsAsFederated(UserRecord user) {
    return user.identities().stream()
        .map(SignInKind::familyOf)
        .anyMatch(family -> family == Family.SAML || family == Family.OIDC);
  }

  private static Optional<ExternalIdentity> mainIdentity(UserRecord user) {
    return user.identities().stream()
        .filter(ExternalIdentity::primary)
        .findFirst()
        .or(() -> user.identities().stream().findFirst());
  }

  private static Family familyOf(ExternalIdentity identity) {
    return switch (identity.type()) {
      case "SAML" -> Family.SAML;
      case "OIDC" -> Family.OIDC;
      default -> Family.SOCIAL;
    };
  }

  @Override
  public int compareTo(SignInKind other) {
    return ORDER.compare(this, other);
  }
}
