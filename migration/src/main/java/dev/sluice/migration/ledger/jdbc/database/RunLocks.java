package dev.sluice.migration.ledger.jdbc.database;

import java.util.Optional;

/** Locks that have one holder at a time, and are free as soon as the holder dies. */
public interface RunLocks {

  /** Takes a lock if it is free. */
  Optional<Held> take(String kind);

  /** A lock that this process holds. */
  interface Held extends AutoCloseable {
    @Override
    void close();
  }
}
