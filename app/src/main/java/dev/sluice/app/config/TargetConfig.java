package dev.sluice.app.config;

import dev.sluice.api.target.ClaimedTarget;
import dev.sluice.api.target.Target;
import dev.sluice.api.target.TargetFactory;
import dev.sluice.api.target.TargetOption;
import java.util.Map;
import java.util.TreeMap;

/** The chosen target with its values, which have no problems. */
public record TargetConfig(TargetFactory factory, Map<String, String> values) {

  public TargetConfig {
    values = Map.copyOf(values);
  }

  public String name() {
    return factory.name();
  }

  /** Which target it is, in words that are the same for the same one; asks nobody. */
  public String place() {
    return name() + ", " + factory.place(values);
  }

  /** Opens the target without calling it, and holds it to what it claims. */
  public Target open() {
    return ClaimedTarget.of(factory.open(values));
  }

  /** Its name and values, secrets masked. */
  @Override
  public String toString() {
    Map<String, String> shown = new TreeMap<>(values);
    for (TargetOption option : factory.options()) {
      if (option.secret()) {
        shown.computeIfPresent(option.key(), (key, value) -> "****");
      }
    }
    return name() + " " + shown;
  }
}
