package dev.sluice.migration.assess.reading;

import dev.sluice.api.user.UserRecord;
import dev.sluice.migration.assess.found.AttributeUse;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The attributes that users have. A pool has at most 50 custom attributes and about twenty standard
 * ones (Cognito developer guide, quotas), so this stays small. For one thread.
 */
public final class AttributesInUse {
  private final Map<String, AttributeUse> uses = new TreeMap<>();

  void add(UserRecord user) {
    user.attributes().forEach(this::add);
  }

  private void add(String name, String value) {
    if (!value.isEmpty()) {
      add(new AttributeUse(name, 1, value.length()));
    }
  }

  private void add(AttributeUse use) {
    uses.merge(use.name(), use, AttributeUse::and);
  }

  void add(AttributesInUse others) {
    others.uses.values().forEach(this::add);
  }

  /** Returns the attributes, the most used first. */
  public List<AttributeUse> all() {
    return uses.values().stream()
        .sorted(Comparator.comparingLong(AttributeUse::users).reversed())
        .toList();
  }
}
