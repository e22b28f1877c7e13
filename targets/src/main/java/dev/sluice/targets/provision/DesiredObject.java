package dev.sluice.targets.provision;

import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/**
 * One object of a target, as derived from the pool's configuration.
 *
 * @param kind such as {@code client}
 * @param name the name by which the target finds it
 * @param from its origin in the pool, for people
 * @param kept the fields that are kept in line, including the {@link OwnershipTag}
 * @param once the fields at creation, which the owner may change later
 * @param lost gaps: what has no match at the target, or needs a person
 */
public record DesiredObject(
    String kind, String name, String from, ObjectNode kept, ObjectNode once, List<String> lost) {
  public DesiredObject {
    lost = List.copyOf(lost);
  }

  public String title() {
    return kind + " \"" + name + "\"";
  }

  /** Returns the object as it is created. */
  ObjectNode fresh(ObjectRules rules) {
    return Merge.of(once, kept, rules);
  }
}
