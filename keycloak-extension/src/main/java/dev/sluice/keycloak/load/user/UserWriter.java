package dev.sluice.keycloak.load.user;

import dev.sluice.keycloak.wire.PlannedUser;

/** Writes users to the realm within the session's transaction. */
public interface UserWriter {
  /** Writes a user whose id, username and email are known to be free. */
  void write(PlannedUser user);

  /** Runs many writes and flushes them to the database at the end. */
  void inBatch(Runnable writes);
}
