package dev.sluice.migration.archive.export;

import dev.sluice.api.pool.PoolInventory;
import dev.sluice.api.pool.PoolInventoryJson;
import dev.sluice.api.pool.UnreadPart;
import dev.sluice.api.source.GroupGoneException;
import dev.sluice.api.source.PoolDescription;
import dev.sluice.api.source.Shard;
import dev.sluice.api.source.UserSource;
import dev.sluice.api.user.Group;
import dev.sluice.api.user.UserRecord;
import dev.sluice.migration.archive.ArchiveDirectory;
import dev.sluice.migration.archive.ArchivePart;
import dev.sluice.migration.archive.ArchiveWriter;
import dev.sluice.migration.archive.seal.Recipient;
import dev.sluice.migration.run.AtOnce;
import dev.sluice.migration.run.ConditionException;
import dev.sluice.migration.run.Estimate;
import dev.sluice.migration.run.GroupReading;
import dev.sluice.migration.run.RunCounts;
import dev.sluice.migration.run.RunListener;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Reads a pool into an archive and changes nothing in the pool. It can be killed at any point and
 * started again, and then resumes with the page at which it stopped. Memory does not grow with the
 * number of users.
 */
public final class ExportRun {
  private static final int GROUPS_AT_ONCE = 8;

  private final UserSource source;
  private final Supplier<UserSource> inOneChain;
  private final InstantSource clock;

  /**
   * @param inOneChain the same pool read as one chain of pages, used when the shards turn out not
   *     to hold all users
   */
  public ExportRun(UserSource source, Supplier<UserSource> inOneChain, InstantSource clock) {
    this.source = source;
    this.inOneChain = inOneChain;
    this.clock = clock;
  }

  /**
   * Runs to the end, or resumes the export that was cut short here.
   *
   * @param recipients the keys that can read the archive; anyone can when there are none
   * @throws ConditionException when the directory holds something else, or another process is
   *     writing there
   */
  public ExportReport run(Path directory, List<Recipient> recipients, RunListener listener)
      throws InterruptedException {
    requireRoom(directory);
    PoolDescription pool = source.describe();
    try (ArchiveWriter archive =
        ArchiveWriter.open(directory, pool, recipients, clock)
            .orElseThrow(() ->
                new ConditionException(
                    "Another export is at work on " + directory + ": wait for it, or end it."))) {
      PoolInventory configuration = source.inventory();
      RunCounts counts = new RunCounts(pool.estimatedUsers(), listener, clock);
      configuration.unread().forEach(part -> counts.notice(missing(part)));
      if (!archive.encrypted()) {
        noticeSecrets(configuration, counts);
      }
      List<Group> groups = source.groups();
      Set<String> gone = ConcurrentHashMap.newKeySet();
      List<Shard> shards = read(archive, groups, gone, counts);
      List<Group> there = groups.stream().filter(group -> !gone.contains(group.name())).toList();
      return new ExportReport(
          archive.finish(source.describe(), configuration, shards, there, clock),
          archive.resumed(),
          counts.progress(),
          counts.notices());
    }
  }

  private static void noticeSecrets(PoolInventory configuration, RunCounts counts) {
    if (!PoolInventoryJson.withSecrets(configuration)
        .equals(PoolInventoryJson.withoutSecrets(configuration))) {
      counts.notice(
          "The secrets of app clients and identity providers are left out, because the"
              + " archive is not encrypted.");
    }
  }

  private static String missing(UnreadPart part) {
    return "The configuration in the archive lacks %s%s: %s"
        .formatted(
            part.part().name().toLowerCase(Locale.ROOT).replace('_', ' '),
            part.which() == null ? "" : " of " + part.which(),
            part.why());
  }

  private static void requireRoom(Path directory) {
    switch (ArchiveDirectory.of(directory)) {
      case EMPTY, UNFINISHED -> {}
      case FINISHED ->
          throw new ConditionException(
              directory
                  + " holds a finished archive: name another directory, or check it with"
                  + " sluice archive verify.");
      case FOREIGN ->
          throw new ConditionException(
              directory + " is not empty, and does not hold an export: name another directory.");
    }
  }

  /** Returns the shards whose files together hold all users. */
  private List<Shard> read(
      ArchiveWriter archive, List<Group> groups, Set<String> gone, RunCounts counts)
      throws InterruptedException {
    UserSource users = archive.inOneChain() ? inOneChain.get() : source;
    AtOnce.forEach(
        List.<Reading>of(
            () -> readUsers(users, users.shards(), user -> true, archive, counts),
            () -> readGroups(groups, gone, archive, counts)),
        Integer.MAX_VALUE,
        Reading::all);
    Optional<Shard> whole = users.wholePool();
    if (whole.isEmpty()) {
      noticeDifference(counts, false);
      return users.shards();
    }
    if (reachedEverybody(counts)) {
      List<Shard> shards = withThoseMissed(users, whole.get(), archive, counts);
      noticeDifference(counts, true);
      return shards;
    }
    archive.readInOneChain();
    counts.readBefore(-counts.progress().read());
    UserSource chain = inOneChain.get();
    readUsers(chain, chain.shards(), user -> true, archive, counts);
    noticeDifference(counts, false);
    return chain.shards();
  }

  /** Returns the shards, with one more where the pool estimates more users than they hold. */
  private List<Shard> withThoseMissed(
      UserSource users, Shard whole, ArchiveWriter archive, RunCounts counts)
      throws InterruptedException {
    long read = counts.progress().read();
    long estimated = source.describe().estimatedUsers();
    if (!Estimate.deservesSecondLook(read, estimated)) {
      return users.shards();
    }
    counts.notice(Estimate.lookingAgain(read, estimated));
    readUsers(users, List.of(whole), user -> !users.isInAShard(user.id()), archive, counts);
    List<Shard> all = new ArrayList<>(users.shards());
    all.add(whole);
    return all;
  }

  /** A pool without an estimate has been told about before. */
  private void noticeDifference(RunCounts counts, boolean sharded) {
    long estimated = source.describe().estimatedUsers();
    if (estimated > 0) {
      Estimate.difference(counts.progress().read(), estimated, sharded).ifPresent(counts::notice);
    }
  }

  private interface Reading {
    void all() throws InterruptedException;
  }

  private static void readUsers(
      UserSource users,
      List<Shard> shards,
      Predicate<UserRecord> wanted,
      ArchiveWriter archive,
      RunCounts counts)
      throws InterruptedException {
    PartReading reading = new PartReading(users, counts);
    AtOnce.forEach(
        shards,
        Integer.MAX_VALUE,
        shard -> {
          try (ArchivePart part = archive.users(shard)) {
            reading.users(shard, wanted, part);
          }
        });
  }

  private void readGroups(
      List<Group> groups, Set<String> gone, ArchiveWriter archive, RunCounts counts)
      throws InterruptedException {
    PartReading reading = new PartReading(source, counts);
    AtOnce.forEach(
        groups,
        GROUPS_AT_ONCE,
        group -> {
          try (ArchivePart part = archive.members(group.name())) {
            reading.members(group.name(), part);
          } catch (GroupGoneException deleted) {
            gone.add(group.name());
            counts.notice(GroupReading.GONE, group.name());
          }
        });
  }

  private boolean reachedEverybody(RunCounts counts) {
    long read = counts.progress().read();
    long estimated = source.describe().estimatedUsers();
    if (!Estimate.disagrees(read, estimated)) {
      return true;
    }
    if (estimated == 0) {
      counts.notice(
          "The pool gives no estimate of its users, so it is unknown whether reading by the"
              + " first digit of sub reached all users. To be sure, set reading: one-chain under"
              + " source.cognito in sluice.yaml and export again.");
      return true;
    }
    counts.notice(
        "%,d users were read by the first digit of sub, but the pool estimates %,d: reading it again in one chain, which is slower but certain to reach all users."
            .formatted(read, estimated));
    return false;
  }
}
