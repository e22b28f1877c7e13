package dev.sluice.migration.run;

import dev.sluice.api.user.UserId;
import dev.sluice.api.user.UserRecord;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Recognizes users whom one chain of pages lists again, as it may while the pool changes. It looks
 * back over the last 8,192 users at least, more than a hundred pages, so that its memory does not
 * grow with the pool. For one thread.
 */
public final class ListedOnce {
  private static final int LOOKS_BACK = 8_192;

  private Set<UserId> newer = new HashSet<>();
  private Set<UserId> older = Set.of();

  /** Returns the users of a page who were not listed before, each once. */
  public List<UserRecord> users(List<UserRecord> page) {
    return page.stream().filter(user -> isNew(user.id())).toList();
  }

  /** Returns the members of a page who were not listed before, each once. */
  public List<UserId> members(List<UserId> page) {
    return page.stream().filter(this::isNew).toList();
  }

  private boolean isNew(UserId id) {
    if (older.contains(id) || !newer.add(id)) {
      return false;
    }
    if (newer.size() == LOOKS_BACK) {
      older = newer;
      newer = new HashSet<>();
    }
    return true;
  }
}
