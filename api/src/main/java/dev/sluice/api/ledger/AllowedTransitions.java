package dev.sluice.api.ledger;

import static dev.sluice.api.ledger.MigrationState.DISCOVERED;
import static dev.sluice.api.ledger.MigrationState.GONE;
import static dev.sluice.api.ledger.MigrationState.IMPORTED;
import static dev.sluice.api.ledger.MigrationState.LEFT;
import static dev.sluice.api.ledger.MigrationState.MERGED;
import static dev.sluice.api.ledger.MigrationState.MIGRATED;
import static dev.sluice.api.ledger.MigrationState.REJECTED;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** The legal changes of state; every other change is refused. */
public final class AllowedTransitions {
  private static final Map<MigrationState, Set<MigrationState>> NEXT =
      Map.of(
          DISCOVERED, EnumSet.of(IMPORTED, MIGRATED, REJECTED, GONE, LEFT, MERGED),
          IMPORTED, EnumSet.of(MIGRATED, REJECTED, GONE, LEFT),
          REJECTED, EnumSet.of(DISCOVERED, IMPORTED, MIGRATED, GONE, LEFT),
          LEFT, EnumSet.of(MIGRATED, GONE),
          MIGRATED, EnumSet.noneOf(MigrationState.class),
          GONE, EnumSet.noneOf(MigrationState.class),
          MERGED, EnumSet.noneOf(MigrationState.class));

  private AllowedTransitions() {}

  /** Returns whether a user may go from one state to the other. */
  public static boolean allows(MigrationState from, MigrationState to) {
    return next(from).contains(to);
  }

  /** Returns the states that a user in {@code from} may go to. */
  public static Set<MigrationState> next(MigrationState from) {
    return Set.copyOf(NEXT.getOrDefault(from, Set.of()));
  }

  /**
   * Returns whether the record of a migrated user may be made more exact: a user who was moved by
   * force may since have set a password.
   */
  public static boolean allowsMoreExact(MovedBy from, MovedBy to) {
    return from == MovedBy.FORCED && to == MovedBy.RESET;
  }
}
