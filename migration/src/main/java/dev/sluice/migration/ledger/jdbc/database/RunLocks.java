package dev.sluice.migration.ledger.jdbc.database;

import java.util.Optional;

/** Locks of which each has one holder at a time, and which are free as soon as it dies. */
public interface RunLocks {

  /** Takes a lock when nobody has it. */
  Optional<Held> take(String kind);

  /** A lock that this process holds. */
  interface Held extends AutoCloseable {
    @Override
    void close();
  }
}
