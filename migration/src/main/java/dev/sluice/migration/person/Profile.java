package dev.sluice.migration.person;

import dev.sluice.api.user.ExternalIdentity;
import dev.sluice.api.user.UserId;
import dev.sluice.api.user.UserRecord;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A profile as read, with what the ledger knows of it.
 *
 * @param writtenAt when it was first written to the target; null when it never was
 */
public record Profile(UserRecord user, @Nullable Instant writtenAt) {

  public UserId id() {
    return user.id();
  }

  /** Returns this profile's entry about an account at a provider. */
  Optional<ExternalIdentity> entryOf(ExternalIdentity account) {
    return user.identities().stream().filter(account::isSameAccount).findFirst();
  }

  /** Returns whether the account was linked to this profile, which existed before. */
  boolean isLinkedTo(ExternalIdentity account) {
    return entryOf(account).filter(entry -> !user.wasMadeBy(entry)).isPresent();
  }

  /** Returns whether signing in with the account created this profile. */
  boolean wasMadeBy(ExternalIdentity account) {
    return entryOf(account).filter(user::wasMadeBy).isPresent();
  }

  /** Returns whether it was written to the target before the account was linked to it. */
  boolean movedBeforeLinkedTo(ExternalIdentity account) {
    Instant written = writtenAt;
    return written != null
        && entryOf(account)
            .map(ExternalIdentity::linkedAt)
            .filter(linked -> linked.isAfter(written))
            .isPresent();
  }

  /**
   * Returns username and sub, for a person; every character that could confuse a terminal is
   * replaced.
   */
  String shown() {
    return "\"" + user.username().replaceAll("\\p{C}", "\uFFFD") + "\" (" + user.id() + ")";
  }
}
