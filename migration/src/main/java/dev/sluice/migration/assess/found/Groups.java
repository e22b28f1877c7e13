package dev.sluice.migration.assess.found;

import java.util.List;

/**
 * The pool's groups.
 *
 * @param sizes every group, the largest first
 * @param inNone users who are in no group
 * @param inOne users who are in one group
 * @param inSeveral users who are in more than one group
 * @param mostOfOneUser the most groups that one user is in
 */
public record Groups(
    List<GroupSize> sizes, long inNone, long inOne, long inSeveral, int mostOfOneUser) {
  public Groups {
    sizes = List.copyOf(sizes);
  }
}
