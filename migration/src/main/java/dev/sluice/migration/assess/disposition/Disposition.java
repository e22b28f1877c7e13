package dev.sluice.migration.assess.disposition;

/** What happens to something that a pool has. */
public enum Disposition {
  /** Sluice brings it over, with nothing to do. */
  MOVES,
  /** The operator must decide, or do something by hand. */
  DECIDE,
  /** It cannot be brought over. */
  CANNOT
}
