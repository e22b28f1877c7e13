package dev.sluice.keycloak.load.user;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds in the database the users that have certain values. */
public interface UserLookup {
  /**
   * Returns users of the whole Keycloak with one of the ids, and of the realm with one of the
   * usernames or emails; a user may occur more than once.
   */
  List<Found> find(String realmId, Sought sought);

  /** The user that was found. */
  record Found(String id, String username, @Nullable String email, String realmId) {}
}
