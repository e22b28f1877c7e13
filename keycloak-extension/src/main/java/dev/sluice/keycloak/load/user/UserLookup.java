package dev.sluice.keycloak.load.user;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds in the database those who have something already. */
public interface UserLookup {
  /**
   * Users of the whole Keycloak with one of the ids, and of the realm with one of the usernames or
   * emails; somebody may be found more than once.
   */
  List<Found> find(String realmId, Sought sought);

  /** Who has it. */
  record Found(String id, String username, @Nullable String email, String realmId) {}
}
