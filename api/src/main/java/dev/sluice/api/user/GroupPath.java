package dev.sluice.api.user;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The path of a group at a target: the names of its parents and its own, each after a slash. A
 * slash that belongs to a name is written {@code ~/} as in Keycloak, and a tilde before a slash,
 * before another tilde or at the end of a name is written {@code ~~}.
 */
public final class GroupPath {
  private GroupPath() {}

  /** Returns the path of a group without parents, whatever its name is. */
  public static String of(String name) {
    return of(List.of(name));
  }

  /** Returns the path of a group with these names, its own last. */
  public static String of(List<String> names) {
    return names.stream().map(name -> "/" + escape(name)).collect(Collectors.joining());
  }

  /**
   * Returns the names in a path, the group's own last. Empty names are left out; a text without a
   * leading slash is one name.
   */
  public static List<String> names(String path) {
    if (!path.startsWith("/")) {
      return List.of(path);
    }
    List<String> names = new ArrayList<>();
    StringBuilder name = new StringBuilder();
    for (int at = 1; at < path.length(); at++) {
      char here = path.charAt(at);
      char next = at + 1 < path.length() ? path.charAt(at + 1) : 0;
      if (here == '~' && (next == '~' || next == '/')) {
        name.append(next);
        at++;
      } else if (here == '/') {
        names.add(name.toString());
        name.setLength(0);
      } else {
        name.append(here);
      }
    }
    names.add(name.toString());
    names.removeIf(String::isEmpty);
    return names.isEmpty() ? List.of(path) : List.copyOf(names);
  }

  /** Returns the same path in the one form that {@link #of(List)} writes. */
  public static String normal(String path) {
    return of(names(path));
  }

  private static String escape(String name) {
    StringBuilder escaped = new StringBuilder();
    for (int at = 0; at < name.length(); at++) {
      char here = name.charAt(at);
      char next = at + 1 < name.length() ? name.charAt(at + 1) : '/';
      if (here == '/' || (here == '~' && (next == '~' || next == '/'))) {
        escaped.append('~');
      }
      escaped.append(here);
    }
    return escaped.toString();
  }
}
