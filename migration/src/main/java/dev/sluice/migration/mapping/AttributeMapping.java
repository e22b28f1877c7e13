package dev.sluice.migration.mapping;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
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

  /** Returns the attribute's name at the target; empty when it is left out. */
  public Optional<String> nameAtTarget(String nameAtSource) {
    String name = renames.getOrDefault(nameAtSource, nameAtSource);
    return name.equals(DROP) ? Optional.empty() : Optional.of(name);
  }

  /** Returns the names that attributes of these names have at the target, each once, sorted. */
  public List<String> namesAtTarget(List<String> namesAtSource) {
    return namesAtSource.stream()
        .map(this::nameAtTarget)
        .flatMap(Optional::stream)
        .distinct()
        .sorted()
        .toList();
  }

  /**
   * Renames attributes; attributes without a value are left out.
   *
   * @param fields names that no attribute may have, because they belong to something else
   * @throws AttributeCollision when two of them would have one name and different values, or one
   *     the name of a field
   */
  Map<String, List<String>> apply(Map<String, String> attributes, Set<String> fields)
      throws AttributeCollision {
    Map<String, String> renamed = new HashMap<>();
    for (Map.Entry<String, String> attribute : new TreeMap<>(attributes).entrySet()) {
      Optional<String> name = nameAtTarget(attribute.getKey());
      if (name.isEmpty() || attribute.getValue().isEmpty()) {
        continue;
      }
      if (fields.contains(name.get())) {
        throw AttributeCollision.withField(name.get());
      }
      @Nullable String other = renamed.putIfAbsent(name.get(), attribute.getValue());
      if (other != null && !other.equals(attribute.getValue())) {
        throw AttributeCollision.ofTwo(name.get());
      }
    }
    Map<String, List<String>> lists = new HashMap<>();
    renamed.forEach((name, value) -> lists.put(name, List.of(value)));
    return lists;
  }

  /**
   * Thrown when an attribute's name at the target is also the name of another attribute, or of a
   * field.
   */
  static final class AttributeCollision extends Exception {
    private static final long serialVersionUID = 1L;

    private AttributeCollision(String message) {
      super(message);
    }

    static AttributeCollision ofTwo(String name) {
      return new AttributeCollision(
          "Two attributes would both be called %s at the target but differ in value: rename or drop one under mapping.attributes in sluice.yaml."
              .formatted(shown(name)));
    }

    static AttributeCollision withField(String name) {
      return new AttributeCollision(
          "An attribute would be called %s at the target, which is the name of a field there: give it another name under mapping.attributes in sluice.yaml."
              .formatted(shown(name)));
    }

    /** Replaces every character that could confuse a terminal. */
    private static String shown(String name) {
      return "\"" + name.replaceAll("\\p{C}", "\uFFFD") + "\"";
    }
  }
}
