package dev.sluice.rehearsal.user;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * The groups and their members: half of the users are in one, a tenth in a second one.
 *
 * <p>Both directions are arithmetic, so that neither a user's groups nor a group's users are
 * stored.
 */
public final class GroupRoster {

  private static final List<String> FIRST_NAMES =
      List.of("admins", "support", "Staff Members", "beta_testers", "partners/gold", "Käufer");
  private static final int SECOND_EVERY = 5;

  private final List<String> named;
  private final int groups;
  private final long users;

  /**
   * @param hostile whether names that others stumble over come after the first ones
   */
  GroupRoster(int groups, long users, boolean hostile) {
    this.named =
        hostile
            ? Stream.concat(FIRST_NAMES.stream(), HostileNames.GROUPS.stream()).toList()
            : FIRST_NAMES;
    this.groups = groups;
    this.users = users;
  }

  /** Returns how many groups the pool has. */
  public int count() {
    return groups;
  }

  /** Returns the name of the group with this number, 0 to below {@link #count()}. */
  public String name(int group) {
    return group < named.size()
        ? named.get(group)
        : String.format(Locale.ROOT, "group-%05d", group);
  }

  /** Returns the number of the group with this name. */
  public OptionalInt number(String name) {
    int known = named.indexOf(name);
    if (known < 0 && name.matches("group-\\d{5}")) {
      known = Integer.parseInt(name.substring(6));
    }
    return known >= 0 && known < groups && name(known).equals(name)
        ? OptionalInt.of(known)
        : OptionalInt.empty();
  }

  /**
   * Returns the precedence of the group with this number. Among hostile names two groups share one,
   * which Cognito allows (service model, {@code PrecedenceType}).
   */
  public int precedence(int group) {
    return named.size() > FIRST_NAMES.size() ? group / 4 : group;
  }

  /** Returns the groups that the user was made in. */
  public List<String> groupsOf(long index) {
    if (groups == 0 || index >= users) {
      return List.of();
    }
    int group = (int) (index % (2L * groups));
    if (group >= groups) {
      return List.of();
    }
    List<String> names = new ArrayList<>(2);
    names.add(name(group));
    if (isInSecond(index)) {
      names.add(name((group + 1) % groups));
    }
    return List.copyOf(names);
  }

  /** Returns how many users were made in the group. */
  public long members(int group) {
    return firsts(group).count() + seconds(group).count();
  }

  /** Returns the number of the member at the position, 0 to below {@link #members}. */
  public long member(int group, long position) {
    Progression firsts = firsts(group);
    return position < firsts.count()
        ? firsts.at(position)
        : seconds(group).at(position - firsts.count());
  }

  private boolean isInSecond(long index) {
    return groups > 1 && index / (2L * groups) % SECOND_EVERY == 0;
  }

  private Progression firsts(int group) {
    return Progression.below(users, group, 2L * groups, group);
  }

  private Progression seconds(int group) {
    return groups == 1
        ? Progression.EMPTY
        : Progression.below(
            users, Math.floorMod(group - 1, groups), 2L * SECOND_EVERY * groups, group);
  }
}
