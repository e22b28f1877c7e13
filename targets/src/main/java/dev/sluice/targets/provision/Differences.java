package dev.sluice.targets.provision;

import dev.sluice.api.target.provision.DiffLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The differences between an object at a target and the desired one; other fields are ignored. */
public final class Differences {
  /** What Keycloak returns in place of a secret; the {@link OwnershipTag} reveals changes. */
  private static final String HIDDEN = "**********";

  private final ObjectRules rules;
  private final List<DiffLine> lines = new ArrayList<>();
  private boolean any;

  private Differences(ObjectRules rules) {
    this.rules = rules;
  }

  /** Compares the two. Values are shown; secrets and ownership tags are not. */
  public static Differences between(JsonNode found, ObjectNode wanted, ObjectRules rules) {
    Differences differences = new Differences(rules);
    differences.compare("", found, wanted);
    return differences;
  }

  /** Tells whether there are none. */
  public boolean none() {
    return !any;
  }

  public List<DiffLine> lines() {
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
    if (wanted instanceof ObjectNode && name.equals(OwnershipTag.OBJECT)) {
      any |= !found.equals(wanted);
    } else if (wanted instanceof ObjectNode object) {
      compare(rules.unnamed().contains(path) ? "" : path, found, object);
    } else if (rules.growing().contains(name)) {
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
    if (OwnershipTag.isOne(name)) {
      if (name.equals(OwnershipTag.SECRET) && !from.isEmpty()) {
        lines.add(DiffLine.changed("secret", "different", "the configured one (not shown)"));
      }
      return;
    }
    if (rules.secrets().contains(name)) {
      lines.add(
          from.isEmpty()
              ? DiffLine.added(path + ": the pool's (not shown)")
              : DiffLine.changed(path, "different", "the pool's (not shown)"));
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
