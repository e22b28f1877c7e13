package dev.sluice.migration.ledger.jdbc.row;

import dev.sluice.api.ledger.Change;
import dev.sluice.api.user.UserId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;

/** Makes the changes that are legal once it holds the users' rows. */
public final class ChangedUsers {
  private ChangedUsers() {}

  public static Set<UserId> make(
      UserRows rows, EventRows events, String who, List<Change> changes, long now) {
    return make(rows, events, who, changes, now, KnownUser::may);
  }

  /** Makes changes of users who are in no state from which {@link #make} changes them. */
  public static Set<UserId> takeBack(
      UserRows rows, EventRows events, String who, List<Change> changes, long now) {
    return make(rows, events, who, changes, now, (user, change) -> user.isOver());
  }

  private static Set<UserId> make(
      UserRows rows,
      EventRows events,
      String who,
      List<Change> changes,
      long now,
      BiPredicate<KnownUser, Change> legal) {
    Map<UserId, KnownUser> known =
        rows.hold(changes.stream().map(Change::id).distinct().sorted().toList());
    Set<UserId> changed = new LinkedHashSet<>();
    List<EventRows.Event> made = new ArrayList<>();
    Map<Long, Change> last = new LinkedHashMap<>();
    for (Change change : changes) {
      KnownUser user = known.get(change.id());
      if (user != null && legal.test(user, change)) {
        made.add(EventRows.Event.of(user, change));
        known.put(change.id(), user.after(change));
        last.put(user.number(), change);
        changed.add(change.id());
      }
    }
    rows.change(last, now);
    events.append(who, now, made);
    return changed;
  }
}
