package dev.sluice.migration.person;

import dev.sluice.api.user.UserRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * Names, without values, what an earlier profile has and the profile that moves in its place lacks.
 */
final class NotTakenOver {
  private NotTakenOver() {}

  /** Returns a sentence with a space before it; empty when there is nothing. */
  static String from(UserRecord earlier, UserRecord moving) {
    List<String> parts = new ArrayList<>();
    add(parts, "only here ", names(earlier, name -> moving.attribute(name) == null));
    add(parts, "with another value there ", names(earlier, name -> differ(earlier, moving, name)));
    add(
        parts,
        "groups ",
        earlier.groups().stream().filter(group -> !moving.groups().contains(group)).toList());
    return parts.isEmpty() ? "" : " Not taken over: " + String.join("; ", parts) + ".";
  }

  private static List<String> names(UserRecord earlier, Predicate<String> wanted) {
    return new TreeSet<>(earlier.attributes().keySet())
        .stream().filter(name -> earlier.attribute(name) != null).filter(wanted).toList();
  }

  private static boolean differ(UserRecord earlier, UserRecord moving, String name) {
    String there = moving.attribute(name);
    return there != null && !there.equals(earlier.attribute(name));
  }

  private static void add(List<String> parts, String what, List<String> names) {
    if (!names.isEmpty()) {
      parts.add(what + String.join(", ", names));
    }
  }
}
