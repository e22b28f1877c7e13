package dev.sluice.keycloak.wire;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A user as Sluice plans it for the realm.
 *
 * @param id becomes Keycloak's user id, and so the token's {@code sub}
 * @param createdAt milliseconds since 1970; 0 when unknown
 * @param emailClaim what happens if another user has the email address
 * @param groups names ({@code admins}) or paths ({@code /staff/admins}); created if missing
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record PlannedUser(
    String id,
    String username,
    boolean enabled,
    @Nullable String email,
    boolean emailVerified,
    @Nullable String phoneNumber,
    boolean phoneNumberVerified,
    @Nullable String givenName,
    @Nullable String familyName,
    long createdAt,
    Map<String, List<String>> attributes,
    List<String> groups,
    List<Link> links,
    PasswordDisposition password,
    List<PlannedAction> obligations,
    EmailClaim emailClaim) {

  /** Fills missing values with the least trusting ones. */
  public PlannedUser {
    id = Objects.requireNonNullElse(id, "");
    username = Objects.requireNonNullElse(username, "");
    attributes = attributes == null ? Map.of() : Map.copyOf(attributes);
    groups = groups == null ? List.of() : List.copyOf(groups);
    links = links == null ? List.of() : List.copyOf(links);
    password = Objects.requireNonNullElse(password, PasswordDisposition.AT_FIRST_LOGIN);
    obligations = obligations == null ? List.of() : List.copyOf(obligations);
    emailClaim = Objects.requireNonNullElse(emailClaim, EmailClaim.OWN);
  }

  /** Returns the same user with another way to get a password. */
  public PlannedUser with(PasswordDisposition disposition) {
    return with(email, emailVerified, disposition, obligations);
  }

  /** Returns the same user without an email address, and so without one to verify. */
  public PlannedUser withoutEmail() {
    return with(
        null,
        false,
        password,
        obligations.stream().filter(action -> action != PlannedAction.VERIFY_EMAIL).toList());
  }

  private PlannedUser with(
      @Nullable String address,
      boolean verified,
      PasswordDisposition disposition,
      List<PlannedAction> owed) {
    return new PlannedUser(
        id,
        username,
        enabled,
        address,
        verified,
        phoneNumber,
        phoneNumberVerified,
        givenName,
        familyName,
        createdAt,
        attributes,
        groups,
        links,
        disposition,
        owed,
        emailClaim);
  }

  /** A link to the same person at an identity provider of the realm. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  public record Link(String provider, String userId, @Nullable String userName) {}
}
