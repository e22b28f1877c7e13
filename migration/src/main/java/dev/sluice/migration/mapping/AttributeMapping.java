package dev.sluice.migration.mapping;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of an attribute's name: the owner's renames and drops; every other name is kept.
 *
 * @param renames from the name at the source to the name at the target, or to {@link #DROP}
 */
public record AttributeMapping(Map<String, String> renames) {

  /** Stands in place of a new name for an attribute that is left out. */
  public static final String DROP = "drop";

  public AttributeMapping {
    renames = Map.copyOf(renames);
  }

  /** The attribute's name at the target; empty when it is left out. */
  public Optional<String> nameAtTarget(String nameAtSource) {
    String name = renames.getOrDefault(nameAtSource, nameAtSource);
    return name.equals(DROP) ? Optional.empty() : Optional.of(name);
  }

  /** The names that attributes of these names have at the target, each once, sorted. */
  public List<String> namesAtTarget(List<String> namesAtSource) {
    return namesAtSource.stream()
        .map(this::nameAtTarget)
        .flatMap(Optional::stream)
        .distinct()
        .sorted()
        .toList();
  }

  /**
   * Renames attributes; those without a value are left out.
   *
   * @throws AttributeCollision when two of them would have one name and different values
   */
  Map<String, List<String>> apply(Map<String, String> attributes) throws AttributeCollision {
    Map<String, String> renamed = new HashMap<>();
    for (Map.Entry<String, String> attribute : attributes.entrySet()) {
      Optional<String> name = nameAtTarget(attribute.getKey());
      if (name.isEmpty() || attribute.getValue().isEmpty()) {
        continue;
      }
      @Nullable String other = renamed.putIfAbsent(name.get(), attribute.getValue());
      if (other != null && !other.equals(attribute.getValue())) {
        throw new AttributeCollision(name.get());
      }
    }
    Map<String, List<String>> lists = new HashMap<>();
    renamed.forEach((name, value) -> lists.put(name, List.of(value)));
    return lists;
  }

  /** Two attributes have one name at the target. */
  static final class AttributeCollision extends Exception {
    private static final long serialVersionUID = 1L;

    AttributeCollision(String name) {
      super(
          "Two attributes are both called \""
              + name
              + "\" at the target and differ in value: change or drop one under mapping.attributes"
              + " in sluice.yaml.");
    }
  }
}
