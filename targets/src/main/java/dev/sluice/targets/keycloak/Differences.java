package dev.sluice.targets.keycloak;

import dev.sluice.migration.target.DiffLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Where an object in Keycloak is not as it is wanted; what nobody wants is passed over. */
final class Differences {
  /** Lists to which others may add: what is wanted has to be among them. */
  static final Set<String> GROWING = Set.of("defaultClientScopes", "optionalClientScopes");

  /** What Keycloak tells of a secret that it keeps to itself; a {@link Mark} tells of changes. */
  private static final String HIDDEN = "**********";

  private static final Set<String> SECRETS = Set.of("secret", "clientSecret", "password");

  private final List<DiffLine> lines = new ArrayList<>();
  private boolean any;

  private Differences() {}

  /** Compares. Values are told, secrets and marks are not. */
  static Differences between(JsonNode found, ObjectNode wanted) {
    Differences differences = new Differences();
    differences.compare("", found, wanted);
    return differences;
  }

  /** Whether there are none. */
  boolean none() {
    return !any;
  }

  List<DiffLine> lines() {
    return List.copyOf(lines);
  }

  private void compare(String path, JsonNode found, ObjectNode wanted) {
    wanted
        .properties()
        .forEach(each -> {
          String inner = path.isEmpty() ? each.getKey() : path + "." + each.getKey();
          compare(each.getKey(), inner, found.path(each.getKey()), each.getValue());
        });
  }

  private void compare(String name, String path, JsonNode found, JsonNode wanted) {
    if (wanted instanceof ObjectNode object) {
      compare(path.matches("attributes|config") ? "" : path, found, object);
    } else if (GROWING.contains(name)) {
      note(name, path, texts(found).containsAll(texts(wanted)), shown(found), shown(wanted));
    } else if (wanted instanceof ArrayNode) {
      note(name, path, texts(found).equals(texts(wanted)), shown(found), shown(wanted));
    } else {
      String there = found.asString("");
      boolean same = there.equals(HIDDEN) || there.equals(wanted.asString(""));
      note(name, path, same, there, wanted.asString(""));
    }
  }

  private void note(String name, String path, boolean same, String from, String to) {
    if (same) {
      return;
    }
    any = true;
    if (Mark.isOne(name)) {
      if (name.equals(Mark.SECRET) && !from.isEmpty()) {
        lines.add(DiffLine.changed("secret", "another", "the one now told (not shown)"));
      }
      return;
    }
    if (SECRETS.contains(name)) {
      lines.add(
          from.isEmpty()
              ? DiffLine.added(path + ": the pool's (not shown)")
              : DiffLine.changed(path, "another", "the pool's (not shown)"));
    } else {
      lines.add(
          from.isEmpty()
              ? DiffLine.added(path + ": " + to)
              : DiffLine.changed(path, from, to.isEmpty() ? "none" : to));
    }
  }

  private static String shown(JsonNode list) {
    return String.join(", ", texts(list));
  }

  private static Set<String> texts(JsonNode list) {
    return list.valueStream()
        .map(each -> each.asString(""))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
