package dev.sluice.migration.assess.reading;

import dev.sluice.migration.assess.found.Collision;
import dev.sluice.migration.assess.found.SharedValue;
import java.util.ArrayList;
import java.util.List;

/** Counts shared values of one kind. For one thread. */
final class CollisionCount {
  private final List<SharedValue> examples = new ArrayList<>();
  private long values;
  private long users;
  private long amongNative;
  private long federated;

  void add(SharedValue value) {
    values++;
    users += value.users();
    federated += value.federated();
    amongNative += value.users() - value.federated() > 1 ? 1 : 0;
    if (examples.size() < Collision.EXAMPLES) {
      examples.add(value);
    }
  }

  Collision result() {
    return new Collision(values, users, amongNative, federated, examples);
  }
}
