package dev.sluice.contracts.target;

import dev.sluice.api.user.EmailClaim;
import dev.sluice.api.user.ExternalIdentity;
import dev.sluice.api.user.PlannedUser;
import dev.sluice.api.user.UserId;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** The users of a {@link FakeTarget}, of whom no two have one username or one account elsewhere. */
final class UsersInMemory {
  private final Map<UserId, PlannedUser> users = new LinkedHashMap<>();
  private final Map<String, UserId> ownersOfNames = new HashMap<>();
  private boolean oneEmailEach;

  /**
   * Why a user cannot be written.
   *
   * @param taken whether it is because another user has the username or the email address
   */
  record Problem(String text, boolean taken) {}

  /** Lets no two users have one email address from now on. */
  void oneEmailEach() {
    oneEmailEach = true;
  }

  Optional<PlannedUser> find(UserId id) {
    return Optional.ofNullable(users.get(id));
  }

  /** Returns all users in the order in which they were written. */
  Collection<PlannedUser> all() {
    return users.values();
  }

  /**
   * Returns why a user cannot be written; empty when nothing of it is taken.
   *
   * @param isInCharge tells whether the target is in charge of a user, who then keeps an address
   */
  Optional<Problem> problem(PlannedUser user, Predicate<PlannedUser> isInCharge) {
    UserId owner = ownersOfNames.get(nameOf(user));
    if (owner != null && !owner.equals(user.id())) {
      return Optional.of(
          new Problem(
              "The username belongs to user " + owner + ": remove or rename one of the two.",
              true));
    }
    return holderOfEmail(user)
        .filter(holder -> user.emailClaim() != EmailClaim.YIELD)
        .filter(holder -> user.emailClaim() == EmailClaim.OWN || isInCharge.test(holder))
        .map(holder ->
            new Problem(
                "The email address belongs to user " + holder.id() + ": remove one of the two.",
                true))
        .or(() ->
            user.identities().stream()
                .flatMap(account -> ownerOf(account, user).stream())
                .findFirst());
  }

  /** Stores a user without a problem, and returns whether another user had its email address. */
  boolean store(PlannedUser user) {
    find(user.id()).ifPresent(before -> ownersOfNames.remove(nameOf(before)));
    Optional<PlannedUser> holder = holderOfEmail(user);
    boolean yields = holder.isPresent() && user.emailClaim() == EmailClaim.YIELD;
    if (!yields) {
      holder.ifPresent(loser -> users.put(loser.id(), loser.withoutEmail()));
    }
    users.put(user.id(), yields ? user.withoutEmail() : user);
    ownersOfNames.put(nameOf(user), user.id());
    return holder.isPresent();
  }

  void remove(UserId id) {
    find(id).map(UsersInMemory::nameOf).ifPresent(ownersOfNames::remove);
    users.remove(id);
  }

  /** Changes a user, whatever it takes from others. */
  void tamper(PlannedUser user) {
    users.put(user.id(), user);
  }

  private Optional<PlannedUser> holderOfEmail(PlannedUser user) {
    String email = user.email();
    return email == null || !oneEmailEach
        ? Optional.empty()
        : users.values().stream()
            .filter(other -> !other.id().equals(user.id()))
            .filter(other -> email.equalsIgnoreCase(other.email()))
            .findFirst();
  }

  private Optional<Problem> ownerOf(ExternalIdentity account, PlannedUser user) {
    return users.values().stream()
        .filter(other -> !other.id().equals(user.id()))
        .filter(other -> other.identities().stream().anyMatch(account::isSameAccount))
        .findFirst()
        .map(other ->
            new Problem(
                "The account at %s belongs to user %s: unlink or remove one of the two."
                    .formatted(account.provider(), other.id()),
                false));
  }

  private static String nameOf(PlannedUser user) {
    return user.username().toLowerCase(Locale.ROOT);
  }
}
