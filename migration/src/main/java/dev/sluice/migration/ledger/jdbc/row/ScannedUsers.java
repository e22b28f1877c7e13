package dev.sluice.migration.ledger.jdbc.row;

import dev.sluice.api.ledger.MigrationState;
import dev.sluice.api.ledger.SystemOfRecord;
import dev.sluice.api.ledger.UserIdentifiers;
import dev.sluice.api.user.UserId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a transaction finds out about users who were seen: which are new, and which were known. */
public final class ScannedUsers {
  private final UserRows rows;
  private final Set<UserId> added;
  private final Map<UserId, KnownUser> known;

  private ScannedUsers(UserRows rows, Set<UserId> added, Map<UserId, KnownUser> known) {
    this.rows = rows;
    this.added = added;
    this.known = known;
  }

  /**
   * Records that users were seen.
   *
   * @param run the run that claims the new users, if one does
   */
  public static ScannedUsers record(
      UserRows rows,
      EventRows events,
      String who,
      @Nullable String run,
      List<UserIdentifiers> users,
      long now) {
    TreeMap<UserId, UserIdentifiers> byId = new TreeMap<>();
    users.forEach(user -> byId.put(user.id(), user));
    Map<UserId, Long> added = rows.add(List.copyOf(byId.values()), now, run);
    events.append(
        who, now, added.values().stream().sorted().map(EventRows.Event::discovered).toList());
    List<UserId> others = byId.keySet().stream().filter(id -> !added.containsKey(id)).toList();
    Map<UserId, KnownUser> known = rows.hold(others);
    rows.updateLogins(outdated(known, byId));
    return new ScannedUsers(rows, added.keySet(), known);
  }

  /** The logins of users whom the target is in charge of stay as the target has them. */
  private static Map<KnownUser, UserIdentifiers> outdated(
      Map<UserId, KnownUser> known, Map<UserId, UserIdentifiers> seen) {
    Map<KnownUser, UserIdentifiers> outdated = new HashMap<>();
    seen.forEach((id, identifiers) -> {
      KnownUser user = known.get(id);
      if (user != null
          && user.state().systemOfRecord() != SystemOfRecord.TARGET
          && !user.logins().equals(Logins.of(identifiers))) {
        outdated.put(user, identifiers);
      }
    });
    return outdated;
  }

  public Set<UserId> all() {
    Set<UserId> all = new HashSet<>(added);
    all.addAll(known.keySet());
    return all;
  }

  /** Claims the users whom the run may write. */
  public Set<UserId> claimed(String run) {
    List<KnownUser> waiting =
        known.values().stream().filter(user -> user.state() == MigrationState.DISCOVERED).toList();
    Set<String> letGo = rows.letGo(otherRuns(waiting, run), run);
    List<KnownUser> free = new ArrayList<>();
    Set<UserId> ours = new HashSet<>(added);
    for (KnownUser user : waiting) {
      String holder = user.claimedBy();
      if (run.equals(holder)) {
        ours.add(user.id());
      } else if (holder == null || letGo.contains(holder)) {
        free.add(user);
        ours.add(user.id());
      }
    }
    rows.claim(run, free);
    return ours;
  }

  private static Set<String> otherRuns(List<KnownUser> users, String run) {
    return users.stream()
        .map(KnownUser::claimedBy)
        .filter(holder -> holder != null && !holder.equals(run))
        .map(String::valueOf)
        .collect(Collectors.toSet());
  }
}
