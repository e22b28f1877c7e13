package dev.sluice.migration.run;

import dev.sluice.api.ledger.Progress;
import dev.sluice.api.ledger.RunLog;
import dev.sluice.api.source.MemberPage;
import dev.sluice.api.source.PositionRefusedException;
import dev.sluice.api.source.UserSource;
import dev.sluice.api.user.Group;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads the members of groups into the run log, before the users themselves: the source lists
 * members group by group, and the members of a large pool do not fit into memory.
 */
public final class GroupReading {
  private static final int GROUPS_AT_ONCE = 8;

  private final UserSource source;
  private final RunLog runs;
  private final String run;

  public GroupReading(UserSource source, RunLog runs, String run) {
    this.source = source;
    this.runs = runs;
    this.run = run;
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
    try {
      readFrom(group, before.map(Progress::position).orElse(null), count(before));
    } catch (PositionRefusedException refused) {
      readFrom(group, null, 0);
    }
  }

  private void readFrom(String group, @Nullable String start, long before) {
    @Nullable String position = start;
    long count = before;
    do {
      MemberPage page = source.members(group, position);
      position = page.next();
      count += page.members().size();
      runs.rememberMembers(
          group,
          page.members(),
          new Progress(run, "group:" + group, position, position == null, count));
    } while (position != null);
  }

  private static long count(Optional<Progress> before) {
    return before.map(Progress::count).orElse(0L);
  }
}
