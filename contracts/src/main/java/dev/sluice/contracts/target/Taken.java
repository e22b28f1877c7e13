package dev.sluice.contracts.target;

import dev.sluice.api.user.ExternalIdentity;
import dev.sluice.api.user.PlannedUser;
import dev.sluice.api.user.UserId;
import java.util.Map;
import java.util.Optional;

/** The fields of a user that belong to another user already. */
record Taken(Map<UserId, PlannedUser> users, Map<String, UserId> ownersOfNames) {

  /** Returns why a user cannot be written; empty when nothing of it is taken. */
  Optional<String> problem(PlannedUser user) {
    UserId owner = ownersOfNames.get(FakeTarget.nameOf(user));
    if (owner != null && !owner.equals(user.id())) {
      return Optional.of(
          "The username belongs to user " + owner + ": remove or rename one of the two.");
    }
    return user.identities().stream()
        .flatMap(account -> ownerOf(account, user).stream())
        .findFirst();
  }

  private Optional<String> ownerOf(ExternalIdentity account, PlannedUser user) {
    return users.values().stream()
        .filter(other -> !other.id().equals(user.id()))
        .filter(other -> other.identities().stream().anyMatch(account::isSameAccount))
        .findFirst()
        .map(other ->
            "The account at %s belongs to user %s: unlink or remove one of the two."
                .formatted(account.provider(), other.id()));
  }
}
