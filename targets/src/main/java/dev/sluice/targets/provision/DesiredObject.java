package dev.sluice.targets.provision;

import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/**
 * One object of a target as the pool's configuration wants it.
 *
 * @param kind such as {@code client}
 * @param name by which the target finds it
 * @param from what it comes from in the pool, for a person
 * @param kept what it is held to, the {@link OwnershipTag} among it
 * @param once what it is made with, and then is the owner's to change
 * @param lost what has no match at the target, or that a person has to see to
 */
public record DesiredObject(
    String kind, String name, String from, ObjectNode kept, ObjectNode once, List<String> lost) {
  public DesiredObject {
    lost = List.copyOf(lost);
  }

  public String title() {
    return kind + " \"" + name + "\"";
  }

  /** With everything that it is made with. */
  ObjectNode fresh(ObjectRules rules) {
    return Merge.of(once, kept, rules);
  }
}
