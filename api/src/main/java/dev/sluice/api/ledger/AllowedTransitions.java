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

/** The legal changes of state; every other is refused. */
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

  /** Whether a user may go from one state to the other. */
  public static boolean allows(MigrationState from, MigrationState to) {
    return next(from).contains(to);
  }

  /** The states that a user in {@code from} may go to. */
  public static Set<MigrationState> next(MigrationState from) {
    return Set.copyOf(NEXT.getOrDefault(from, Set.of()));
  }

  /**
   * Whether a migrated user's record may be made more exact: one who was moved by force has since
   * set a password.
   */
  public static boolean allowsMoreExact(MovedBy from, MovedBy to) {
    return from == MovedBy.FORCED && to == MovedBy.RESET;
  }
}
