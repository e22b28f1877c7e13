package dev.sluice.migration.run;

import dev.sluice.api.ledger.Progress;
import dev.sluice.api.ledger.RunLog;
import dev.sluice.api.source.GroupGoneException;
import dev.sluice.api.source.MemberPage;
import dev.sluice.api.source.PositionRefusedException;
import dev.sluice.api.source.UserSource;
import dev.sluice.api.user.Group;
import dev.sluice.api.user.UserId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads the members of groups into the run log, before the users themselves: the source lists
 * members group by group, and the members of a large pool do not fit into memory.
 */
public final class GroupReading {
  /** The beginning of the notice about groups that were deleted while the pool was read. */
  public static final String GONE = "A group was deleted while the pool was read, and is left out";

  private static final int GROUPS_AT_ONCE = 8;

  private final UserSource source;
  private final RunLog runs;
  private final String run;
  private final RunCounts counts;

  public GroupReading(UserSource source, RunLog runs, String run, RunCounts counts) {
    this.source = source;
    this.runs = runs;
    this.run = run;
    this.counts = counts;
  }

  public void readAll() throws InterruptedException {
    List<String> names = source.groups().stream().map(Group::name).toList();
    AtOnce.forEach(names, GROUPS_AT_ONCE, this::read);
  }

  private void read(String group) {
    Optional<Progress> before = runs.progress(run, "group:" + group);
    if (before.map(Progress::finished).orElse(false)) {
      return;
    }
    @Nullable String position = before.map(Progress::position).orElse(null);
    long count = count(before);
    Restarts restarts = new Restarts();
    while (true) {
      try {
        readFrom(group, position, count);
        return;
      } catch (GroupGoneException gone) {
        counts.notice(GONE, group);
        return;
      } catch (PositionRefusedException refused) {
        restarts.because(refused);
        counts.notice(Restarts.NOTICE, "group " + group);
        position = null;
        count = 0;
      }
    }
  }

  private void readFrom(String group, @Nullable String start, long before) {
    @Nullable String position = start;
    long count = before;
    ListedOnce listed = new ListedOnce();
    do {
      MemberPage page = source.members(group, position);
      List<UserId> members = listed.members(page.members());
      position = page.next();
      count += members.size();
      runs.rememberMembers(
          group, members, new Progress(run, "group:" + group, position, position == null, count));
    } while (position != null);
  }

  private static long count(Optional<Progress> before) {
    return before.map(Progress::count).orElse(0L);
  }
}
