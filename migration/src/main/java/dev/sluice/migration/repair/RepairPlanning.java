package dev.sluice.migration.repair;

import dev.sluice.api.MigrationMode;
import dev.sluice.api.ledger.Ledger;
import dev.sluice.api.ledger.LedgerEntry;
import dev.sluice.api.ledger.MigrationState;
import dev.sluice.api.source.PoolDescription;
import dev.sluice.api.source.UserSource;
import dev.sluice.api.target.Target;
import dev.sluice.api.target.user.TargetUser;
import dev.sluice.api.user.UserId;
import dev.sluice.migration.run.RunCounts;
import dev.sluice.migration.run.RunListener;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads every user back whom the target should have according to the ledger, and returns what a
 * repair would do. Changes nothing and reads no users of the pool.
 */
public final class RepairPlanning {
  private final UserSource source;
  private final Target target;
  private final Ledger ledger;
  private final MigrationMode mode;
  private final InstantSource clock;

  /**
   * @param ledger only read
   */
  public RepairPlanning(
      UserSource source, Target target, Ledger ledger, MigrationMode mode, InstantSource clock) {
    this.source = source;
    this.target = target;
    this.ledger = ledger;
    this.mode = mode;
    this.clock = clock;
  }

  public RepairPlan plan(RunListener listener) throws InterruptedException {
    PoolDescription pool = source.describe();
    RunCounts counts =
        new RunCounts(
            ledger.tally().in(MigrationState.IMPORTED) + ledger.tally().in(MigrationState.MIGRATED),
            listener,
            clock);
    Standings standings = new Standings(target, counts);
    Damages damages = new Damages();
    for (MigrationState state : List.of(MigrationState.IMPORTED, MigrationState.MIGRATED)) {
      look(state, standings, damages, counts);
    }
    return new RepairPlan(pool, damages.counts(), damages.named(), counts.notices());
  }

  private void look(MigrationState state, Standings standings, Damages damages, RunCounts counts)
      throws InterruptedException {
    int limit = target.describe().batchSize();
    List<LedgerEntry> some = ledger.list(state, Optional.empty(), limit);
    while (!some.isEmpty()) {
      Map<UserId, TargetUser> there = standings.of(some.stream().map(LedgerEntry::id).toList());
      for (LedgerEntry entry : some) {
        Damage.of(entry, there.get(entry.id()), mode)
            .ifPresent(damage -> damages.add(damage, entry));
      }
      counts.settled(some.size(), 0, some.size(), 0);
      some = ledger.list(state, Optional.of(some.getLast().id()), limit);
    }
  }
}
