package dev.sluice.api.target.user;

import dev.sluice.api.user.FirstPassword;
import dev.sluice.api.user.PlannedUser;
import dev.sluice.api.user.RequiredAction;
import dev.sluice.api.user.UserId;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A whole user as the target has it, or would have it.
 *
 * @param attributes everything that has no field of its own here
 * @param groups paths such as {@code /staff/admins}
 * @param obligations the actions required at the next login, as far as {@link
 *     dev.sluice.api.user.RequiredAction} covers them
 * @param createdAt to the millisecond
 * @param hasPassword whether the target holds a password hash of its own
 * @param awaitsFirstLogin whether the target still relies on the source for the password
 */
public record StoredUser(
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
    Set<String> groups,
    Set<Link> links,
    Set<RequiredAction> obligations,
    Instant createdAt,
    boolean hasPassword,
    boolean awaitsFirstLogin) {

  public StoredUser {
    attributes = Map.copyOf(attributes);
    groups = Set.copyOf(groups);
    links = Set.copyOf(links);
    obligations = Set.copyOf(obligations);
  }

  /**
   * The user's account at another provider.
   *
   * @param provider as the target calls it
   */
  public record Link(String provider, String userId) {
    @Override
    public String toString() {
      return provider + " " + userId;
    }
  }

  /** Returns what a target stores that keeps everything as it is given. */
  public static StoredUser of(PlannedUser user) {
    return new StoredUser(
        user.id(),
        user.username(),
        user.enabled(),
        user.email(),
        user.emailVerified(),
        user.phoneNumber(),
        user.phoneNumberVerified(),
        user.givenName(),
        user.familyName(),
        user.attributes(),
        Set.copyOf(user.groups()),
        Set.copyOf(
            user.identities().stream()
                .map(account -> new Link(account.provider(), account.userId()))
                .toList()),
        owed(user),
        Instant.ofEpochMilli(user.createdAt().toEpochMilli()),
        false,
        user.firstPassword() == FirstPassword.AT_FIRST_LOGIN);
  }

  /** Returns the same user with its password held elsewhere. */
  public StoredUser withPassword(boolean here, boolean awaited) {
    return new StoredUser(
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
        links,
        obligations,
        createdAt,
        here,
        awaited);
  }

  private static Set<RequiredAction> owed(PlannedUser user) {
    Set<RequiredAction> owed = EnumSet.noneOf(RequiredAction.class);
    owed.addAll(user.obligations());
    if (user.firstPassword() == FirstPassword.MUST_RESET) {
      owed.add(RequiredAction.NEW_PASSWORD);
    }
    return owed;
  }
}
