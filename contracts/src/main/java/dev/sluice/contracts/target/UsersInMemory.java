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
import org.jspecify.annotations.Nullable;

/** The users of a {@link FakeTarget}, of whom no two have one username or one account elsewhere. */
final class UsersInMemory {
  private final Map<UserId, PlannedUser> users = new LinkedHashMap<>();
  private final Map<String, UserId> ownersOfNames = new HashMap<>();
  private final Map<String, UserId> ownersOfEmails = new HashMap<>();
  private boolean oneEmailEach;

  /**
   * Why a user cannot be written.
   *
   * @param taken whether it is because another user has the username or the email address
   */
  record Problem(String text, boolean taken) {}

  /** Makes an email address a login from now on: no two users have one, nor one as a username. */
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
    return other(ownersOfNames, user.username(), user)
        .or(() -> holderOfUsername(user).filter(isInCharge))
        .map(owner -> new Problem("The username " + belongsTo(owner), true))
        .or(() ->
            holderOfEmail(user)
                .filter(holder -> user.emailClaim() != EmailClaim.YIELD)
                .filter(holder ->
                    user.emailClaim() == EmailClaim.OWN
                        || isInCharge.test(holder)
                        || same(holder.username(), user.email()))
                .map(holder -> new Problem("The email address " + belongsTo(holder), true)))
        .or(() ->
            user.identities().stream()
                .flatMap(account -> ownerOf(account, user).stream())
                .findFirst());
  }

  private static String belongsTo(PlannedUser owner) {
    return "belongs to the user " + owner.id() + ": change or remove one of the two.";
  }

  /** Stores a user without a problem, and returns whether another user had its email address. */
  boolean store(PlannedUser user) {
    holderOfUsername(user).ifPresent(loser -> put(loser.withoutEmail()));
    Optional<PlannedUser> holder = holderOfEmail(user);
    boolean yields = holder.isPresent() && user.emailClaim() == EmailClaim.YIELD;
    if (!yields) {
      holder.ifPresent(loser -> put(loser.withoutEmail()));
    }
    put(yields ? user.withoutEmail() : user);
    return holder.isPresent();
  }

  private void put(PlannedUser user) {
    forget(users.put(user.id(), user));
    ownersOfNames.put(folded(user.username()), user.id());
    String email = user.email();
    if (email != null) {
      ownersOfEmails.put(folded(email), user.id());
    }
  }

  void remove(UserId id) {
    forget(users.remove(id));
  }

  private void forget(@Nullable PlannedUser before) {
    if (before != null) {
      ownersOfNames.remove(folded(before.username()), before.id());
      String email = before.email();
      if (email != null) {
        ownersOfEmails.remove(folded(email), before.id());
      }
    }
  }

  /** Changes a user, whatever it takes from others. */
  void tamper(PlannedUser user) {
    put(user);
  }

  /** Returns the other user whose email address is this one's username. */
  private Optional<PlannedUser> holderOfUsername(PlannedUser user) {
    return oneEmailEach ? other(ownersOfEmails, user.username(), user) : Optional.empty();
  }

  private Optional<PlannedUser> holderOfEmail(PlannedUser user) {
    String email = user.email();
    return email == null || !oneEmailEach
        ? Optional.empty()
        : other(ownersOfEmails, email, user).or(() -> other(ownersOfNames, email, user));
  }

  private Optional<PlannedUser> other(Map<String, UserId> owners, String value, PlannedUser user) {
    return Optional.ofNullable(owners.get(folded(value)))
        .filter(owner -> !owner.equals(user.id()))
        .flatMap(this::find);
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

  private static boolean same(String one, @Nullable String other) {
    return other != null && folded(one).equals(folded(other));
  }

  private static String folded(String login) {
    return login.toLowerCase(Locale.ROOT);
  }
}
