package dev.sluice.api.user;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A user as the target shall have it.
 *
 * @param attributes everything that has no field of its own here, under its name at the target
 * @param groups paths at the target, such as {@code /staff/admins}
 * @param obligations the actions required at the next login
 * @param emailClaim what happens where another user has the email address
 */
public record PlannedUser(
    UserId id,
    String username,
    boolean enabled,
    @Nullable String email,
    boolean emailVerified,
    @Nullable String phoneNumber,
    boolean phoneNumberVerified,
    @Nullable String givenName,
    @Nullable String familyName,
    Map<String, List<String>> attributes,
    List<String> groups,
    List<ExternalIdentity> identities,
    FirstPassword firstPassword,
    Set<RequiredAction> obligations,
    Instant createdAt,
    EmailClaim emailClaim) {

  public PlannedUser {
    attributes = Map.copyOf(attributes);
    groups = List.copyOf(groups);
    identities = List.copyOf(identities);
    obligations = Set.copyOf(obligations);
  }

  /** Creates a user of whom it is not known whether another has the same email address. */
  public PlannedUser(
      UserId id,
      String username,
      boolean enabled,
      @Nullable String email,
      boolean emailVerified,
      @Nullable String phoneNumber,
      boolean phoneNumberVerified,
      @Nullable String givenName,
      @Nullable String familyName,
      Map<String, List<String>> attributes,
      List<String> groups,
      List<ExternalIdentity> identities,
      FirstPassword firstPassword,
      Set<RequiredAction> obligations,
      Instant createdAt) {
    this(
        id,
        username,
        enabled,
        email,
        emailVerified,
        phoneNumber,
        phoneNumberVerified,
        givenName,
        familyName,
        attributes,
        groups,
        identities,
        firstPassword,
        obligations,
        createdAt,
        EmailClaim.OWN);
  }

  /** Returns the same user, with these actions required at the next login. */
  public PlannedUser owing(Set<RequiredAction> owed) {
    return with(firstPassword, owed, emailClaim);
  }

  /** Returns the same user, with another claim to its email address. */
  public PlannedUser claiming(EmailClaim claim) {
    return with(firstPassword, obligations, claim);
  }

  /** Returns the same user, with another way of getting a password. */
  public PlannedUser with(FirstPassword way) {
    return with(way, obligations, emailClaim);
  }

  /** Returns the same user without an email address, and so without one to verify. */
  public PlannedUser withoutEmail() {
    Set<RequiredAction> owed = new HashSet<>(obligations);
    owed.remove(RequiredAction.VERIFY_EMAIL);
    return with(null, false, firstPassword, owed, emailClaim);
  }

  private PlannedUser with(FirstPassword way, Set<RequiredAction> owed, EmailClaim claim) {
    return with(email, emailVerified, way, owed, claim);
  }

  private PlannedUser with(
      @Nullable String address,
      boolean verified,
      FirstPassword way,
      Set<RequiredAction> owed,
      EmailClaim claim) {
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
        attributes,
        groups,
        identities,
        way,
        owed,
        createdAt,
        claim);
  }
}
