package dev.sluice.app.assess.text;

import dev.sluice.api.pool.PoolInventory;
import dev.sluice.api.pool.SchemaAttribute;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Describes the attributes that a pool declares, custom attributes first. */
final class SchemaSettings {
  private SchemaSettings() {}

  static List<Setting> of(PoolInventory pool) {
    List<Setting> all = new ArrayList<>();
    List<String> usual = new ArrayList<>();
    pool.schema().stream()
        .sorted(
            Comparator.comparing((SchemaAttribute each) -> !each.custom())
                .thenComparing(SchemaAttribute::name))
        .forEach(each -> {
          if (each.custom() || each.required() || !each.mutable()) {
            all.add(Setting.of(each.name(), words(each)));
          } else {
            usual.add(each.name());
          }
        });
    if (!usual.isEmpty()) {
      all.add(Setting.of("Standard, not required", String.join(", ", usual)));
    }
    return all;
  }

  private static String words(SchemaAttribute attribute) {
    List<String> words = new ArrayList<>(List.of(attribute.type()));
    if (attribute.min() != null || attribute.max() != null) {
      words.add(range(attribute));
    }
    if (attribute.required()) {
      words.add("required");
    }
    if (!attribute.mutable()) {
      words.add("immutable");
    }
    if (attribute.developerOnly()) {
      words.add("writable by administrators only");
    }
    return String.join(", ", words);
  }

  private static String range(SchemaAttribute attribute) {
    String unit = attribute.type().equals("String") ? " characters" : "";
    if (attribute.min() == null) {
      return "at most " + attribute.max() + unit;
    }
    return attribute.max() == null
        ? "at least " + attribute.min() + unit
        : attribute.min() + " to " + attribute.max() + unit;
  }
}
