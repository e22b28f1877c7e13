package dev.sluice.migration.assess.fate;

/** What becomes of something that a pool has. */
public enum Fate {
  /** Sluice brings it over, with nothing to do. */
  MOVES,
  /** Somebody must decide, or do something by hand. */
  DECIDE,
  /** Nobody can bring it over. */
  CANNOT
}
