package dev.sluice.api.ledger;

/** Where a user stands in the migration. */
public enum MigrationState {
  /** Read from the pool. */
  DISCOVERED,
  /** The profile is in the target, its password is not. */
  IMPORTED,
  /** The target is in charge. */
  MIGRATED,
  /** Could not be mapped, or the target refused it; retried on request. */
  REJECTED,
  /** Deleted before it moved. */
  GONE,
  /** The owner decided to leave it behind. */
  LEFT,
  /** The same person has another profile, which moves in its place. */
  MERGED;

  /** Returns the system that is in charge of a user in this state. */
  public SystemOfRecord systemOfRecord() {
    return switch (this) {
      case DISCOVERED, IMPORTED, REJECTED, LEFT -> SystemOfRecord.SOURCE;
      case MIGRATED -> SystemOfRecord.TARGET;
      case GONE, MERGED -> SystemOfRecord.NONE;
    };
  }
}
