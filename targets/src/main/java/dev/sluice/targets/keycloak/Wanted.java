package dev.sluice.targets.keycloak;

import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/**
 * One object of a realm as the pool's configuration wants it.
 *
 * @param kind such as {@code client}
 * @param name by which Keycloak finds it
 * @param from what it comes from in the pool, for a person
 * @param kept what it is held to, the {@link Mark} among it
 * @param once what it is made with, and then is the owner's to change
 * @param lost what has no match in Keycloak, or that a person has to see to
 */
record Wanted(
    String kind, String name, String from, ObjectNode kept, ObjectNode once, List<String> lost) {
  Wanted {
    lost = List.copyOf(lost);
  }

  String title() {
    return kind + " \"" + name + "\"";
  }

  /** With everything that it is made with. */
  ObjectNode fresh() {
    return Merge.of(once, kept);
  }
}
