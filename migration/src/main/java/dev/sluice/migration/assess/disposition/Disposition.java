package dev.sluice.migration.assess.disposition;

/** What becomes of something that a pool has. */
public enum Disposition {
  /** Sluice brings it over, with nothing to do. */
  MOVES,
  /** Somebody must decide, or do something by hand. */
  DECIDE,
  /** Nobody can bring it over. */
  CANNOT
}
