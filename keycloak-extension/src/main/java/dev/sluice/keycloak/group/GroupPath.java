package dev.sluice.keycloak.group;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import org.keycloak.models.GroupModel;

/**
 * The path of a group, as Sluice writes it: the names of its parents and its own, each after a
 * slash. A slash that belongs to a name is written {@code ~/}, and a tilde before a slash, before
 * another tilde or at the end of a name is written {@code ~~}. Keycloak's own form depends on its
 * options.
 */
public final class GroupPath {
  private GroupPath() {}

  /** Returns the path of a group of the realm. */
  public static String of(GroupModel group) {
    var path = new StringBuilder();
    names(group).forEach(name -> path.append(segment(name)));
    return path.toString();
  }

  /** Returns the names of a group and of those above it, its own last. */
  public static List<String> names(GroupModel group) {
    var names = new ArrayDeque<String>();
    for (GroupModel each = group; each != null; each = each.getParent()) {
      names.addFirst(each.getName());
    }
    return List.copyOf(names);
  }

  /**
   * Returns the names in a path, the group's own last. Empty names are left out; a text without a
   * leading slash is one name.
   */
  public static List<String> names(String path) {
    if (!path.startsWith("/")) {
      return List.of(path);
    }
    var names = new ArrayList<String>();
    var name = new StringBuilder();
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
    return names.isEmpty() ? List.of(path) : names;
  }

  /** Returns a name as it is in a path, with the slash before it. */
  public static String segment(String name) {
    var escaped = new StringBuilder("/");
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
