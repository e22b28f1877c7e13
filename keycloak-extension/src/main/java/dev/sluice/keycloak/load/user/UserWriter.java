package dev.sluice.keycloak.load.user;

import dev.sluice.keycloak.wire.PlannedUser;

/** A way to put a user into the realm, within the session's transaction. */
public interface UserWriter {
  /** Writes a user of whom it is known that id, username and email are free. */
  void write(PlannedUser user);

  /** Runs many writes, and sends what they left to the database at the end. */
  void inBatch(Runnable writes);
}
