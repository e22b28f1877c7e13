package dev.sluice.migration.archive.export;

import dev.sluice.api.source.MemberPage;
import dev.sluice.api.source.PositionRefusedException;
import dev.sluice.api.source.Shard;
import dev.sluice.api.source.UserPage;
import dev.sluice.api.source.UserSource;
import dev.sluice.api.user.UserRecord;
import dev.sluice.migration.archive.ArchivePart;
import dev.sluice.migration.run.ListedOnce;
import dev.sluice.migration.run.Restarts;
import dev.sluice.migration.run.RunCounts;
import java.util.List;
import java.util.function.Predicate;

/** Reads one shard, or one group's members, into its file page by page. */
final class PartReading {
  private final UserSource source;
  private final RunCounts counts;

  PartReading(UserSource source, RunCounts counts) {
    this.source = source;
    this.counts = counts;
  }

  /** Reads the users of a shard whom the archive shall have. */
  void users(Shard shard, Predicate<UserRecord> wanted, ArchivePart part) {
    counts.readBefore(part.records());
    ListedOnce[] listed = {new ListedOnce()};
    toTheEnd(
        "shard " + shard.name(),
        part,
        () -> {
          UserPage page = source.read(shard, part.position());
          List<UserRecord> users = listed[0].users(page.users()).stream().filter(wanted).toList();
          part.append(new UserPage(users, page.next()));
          counts.settled(users.size(), users.size(), 0, 0);
        },
        () -> {
          counts.readBefore(-part.records());
          listed[0] = new ListedOnce();
        });
  }

  void members(String group, ArchivePart part) {
    ListedOnce[] listed = {new ListedOnce()};
    toTheEnd(
        "group " + group,
        part,
        () -> {
          MemberPage page = source.members(group, part.position());
          part.append(new MemberPage(listed[0].members(page.members()), page.next()));
        },
        () -> listed[0] = new ListedOnce());
  }

  private void toTheEnd(String what, ArchivePart part, Runnable takePage, Runnable uncount) {
    Restarts restarts = new Restarts();
    while (!part.finished()) {
      try {
        takePage.run();
      } catch (PositionRefusedException refused) {
        restarts.because(refused);
        counts.notice(Restarts.NOTICE, what);
        uncount.run();
        part.restart();
      }
    }
  }
}
