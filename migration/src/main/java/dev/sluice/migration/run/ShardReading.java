package dev.sluice.migration.run;

import dev.sluice.api.ledger.Progress;
import dev.sluice.api.ledger.RunLog;
import dev.sluice.api.source.PositionRefusedException;
import dev.sluice.api.source.Shard;
import dev.sluice.api.source.UserPage;
import dev.sluice.api.source.UserSource;
import dev.sluice.api.user.UserId;
import dev.sluice.api.user.UserRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Reads one shard page by page and hands over whole pages in batches. */
public final class ShardReading {
  /** After so many pages without a whole batch, it is recorded how far the shard was read. */
  private static final int PAGES_UNRECORDED = 100;

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

  /** Returns those of some users whom the run has read, or has no need to read. */
  public interface Known {
    Set<UserId> among(List<UserId> users);
  }

  /** Reads all shards at once and, where users are missing, those whom no shard can hold. */
  public void readAll() throws InterruptedException {
    readAll(Set::copyOf);
  }

  /**
   * Reads all shards at once. Where the pool estimates more users, it is read once more in one
   * chain, for users whom no shard can hold or who are not known. What is still missing is told.
   */
  public void readAll(Known known) throws InterruptedException {
    AtOnce.forEach(source.shards(), Integer.MAX_VALUE, this::read);
    long estimated = source.describe().estimatedUsers();
    Optional<Shard> whole = source.wholePool();
    if (whole.isPresent() && mayHoldMore(whole.get(), estimated)) {
      counts.notice(Estimate.lookingAgain(counts.progress().read(), estimated));
      read(whole.get(), page -> missed(page, known));
    }
    Estimate.difference(counts.progress().read(), estimated, whole.isPresent())
        .ifPresent(counts::notice);
  }

  private boolean mayHoldMore(Shard whole, long estimated) {
    return runs.progress(run, whole.name()).isPresent()
        || Estimate.deservesSecondLook(counts.progress().read(), estimated);
  }

  private List<UserRecord> missed(List<UserRecord> page, Known known) {
    List<UserId> inShards = page.stream().map(UserRecord::id).filter(source::isInAShard).toList();
    Set<UserId> read = known.among(inShards);
    return page.stream().filter(user -> !read.contains(user.id())).toList();
  }

  /** Reads one shard. */
  public void read(Shard shard) throws InterruptedException {
    read(shard, page -> page);
  }

  private void read(Shard shard, UnaryOperator<List<UserRecord>> wanted)
      throws InterruptedException {
    Optional<Progress> before = runs.progress(run, shard.name());
    before.ifPresent(progress -> counts.readBefore(progress.count()));
    if (before.map(Progress::finished).orElse(false)) {
      return;
    }
    @Nullable String position = before.map(Progress::position).orElse(null);
    long count = before.map(Progress::count).orElse(0L);
    Restarts restarts = new Restarts();
    while (true) {
      try {
        readFrom(shard, wanted, position, count);
        return;
      } catch (PositionRefusedException refused) {
        restarts.because(refused);
        counts.notice(Restarts.NOTICE, "shard " + shard.name());
        counts.readAgain(runs.progress(run, shard.name()).map(Progress::count).orElse(0L));
        position = null;
        count = 0;
      }
    }
  }

  private void readFrom(
      Shard shard, UnaryOperator<List<UserRecord>> wanted, @Nullable String start, long before)
      throws InterruptedException {
    @Nullable String position = start;
    long count = before;
    List<UserRecord> batch = new ArrayList<>();
    ListedOnce listed = new ListedOnce();
    int largestPage = 0;
    int unrecorded = 0;
    do {
      UserPage page = source.read(shard, position);
      position = page.next();
      batch.addAll(wanted.apply(listed.users(page.users())));
      largestPage = Math.max(largestPage, page.users().size());
      unrecorded++;
      if (position == null
          || batch.size() + largestPage > batchSize
          || unrecorded == PAGES_UNRECORDED) {
        count += batch.size();
        work.on(batch, new Progress(run, shard.name(), position, position == null, count));
        batch.clear();
        unrecorded = 0;
      }
    } while (position != null);
  }
}
