package dev.sluice.api.user;

import java.time.Instant;
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
    Instant createdAt) {

  public PlannedUser {
    attributes = Map.copyOf(attributes);
    groups = List.copyOf(groups);
    identities = List.copyOf(identities);
    obligations = Set.copyOf(obligations);
  }

  /** Returns the same user, with these actions required at the next login. */
  public PlannedUser owing(Set<RequiredAction> owed) {
    return with(firstPassword, owed);
  }

  /** Returns the same user, with another way of getting a password. */
  public PlannedUser with(FirstPassword way) {
    return with(way, obligations);
  }

  private PlannedUser with(FirstPassword way, Set<RequiredAction> owed) {
    return new PlannedUser(
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
        way,
        owed,
        createdAt);
  }
}
