package dev.sluice.rehearsal.pool.user;

import dev.sluice.rehearsal.pool.call.Directory;
import dev.sluice.rehearsal.pool.call.Sequence;
import dev.sluice.rehearsal.user.MadeUser;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Some users of a sequence and the place to continue from.
 *
 * @param next the place after the last user that was examined; negative when there is no more
 */
record Page(List<MadeUser> users, long next) {

  /**
   * How many users are examined for a page: a filter that matches few users gives short pages
   * rather than slow ones.
   */
  private static final int LOOKED_AT = 20_000;

  static Page of(
      Directory directory, Sequence users, long from, int limit, Predicate<MadeUser> wanted) {
    List<MadeUser> found = new ArrayList<>(limit);
    long place = from;
    long end = Math.min(users.size(), from + LOOKED_AT);
    for (; place < end && found.size() < limit; place++) {
      directory.at(users.at().applyAsLong(place)).filter(wanted).ifPresent(found::add);
    }
    return new Page(found, place < users.size() ? place : -1);
  }
}
