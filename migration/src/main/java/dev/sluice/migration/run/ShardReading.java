package dev.sluice.migration.run;

import dev.sluice.api.ledger.Progress;
import dev.sluice.api.ledger.RunLog;
import dev.sluice.api.source.PositionRefusedException;
import dev.sluice.api.source.Shard;
import dev.sluice.api.source.UserPage;
import dev.sluice.api.source.UserSource;
import dev.sluice.api.user.UserRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads one shard page by page and hands over whole pages in batches. */
public final class ShardReading {
  /**
   * How often a shard is read again from its start because the source no longer knows a position.
   */
  private static final int RESTARTS = 5;

  private final UserSource source;
  private final RunLog runs;
  private final String run;
  private final int batchSize;
  private final BatchWork work;
  private final RunCounts counts;

  public ShardReading(
      UserSource source, RunLog runs, String run, int batchSize, BatchWork work, RunCounts counts) {
    this.source = source;
    this.runs = runs;
    this.run = run;
    this.batchSize = batchSize;
    this.work = work;
    this.counts = counts;
  }

  public void read(Shard shard) throws InterruptedException {
    Optional<Progress> before = runs.progress(run, shard.name());
    before.ifPresent(progress -> counts.readBefore(progress.count()));
    if (before.map(Progress::finished).orElse(false)) {
      return;
    }
    @Nullable String position = before.map(Progress::position).orElse(null);
    long count = before.map(Progress::count).orElse(0L);
    for (int restarts = 0; ; restarts++) {
      try {
        readFrom(shard, position, count);
        return;
      } catch (PositionRefusedException refused) {
        if (restarts == RESTARTS) {
          throw refused;
        }
        counts.notice(
            "The source no longer knows a position, and this is read again",
            "shard " + shard.name());
        counts.readBefore(-runs.progress(run, shard.name()).map(Progress::count).orElse(0L));
        position = null;
        count = 0;
      }
    }
  }

  private void readFrom(Shard shard, @Nullable String start, long before)
      throws InterruptedException {
    @Nullable String position = start;
    long count = before;
    List<UserRecord> batch = new ArrayList<>();
    int largestPage = 0;
    do {
      UserPage page = source.read(shard, position);
      position = page.next();
      batch.addAll(page.users());
      largestPage = Math.max(largestPage, page.users().size());
      if (position == null || batch.size() + largestPage > batchSize) {
        count += batch.size();
        work.on(batch, new Progress(run, shard.name(), position, position == null, count));
        batch.clear();
      }
    } while (position != null);
  }
}
