package dev.sluice.app.config.reading;

import dev.sluice.api.target.TargetFactory;
import dev.sluice.app.config.Nearest;
import dev.sluice.app.config.TargetConfig;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.TreeMap;

/** Which keys there are under {@code target}: the installed targets and their own options. */
final class TargetShape {
  private final Map<String, TargetFactory> factories = new TreeMap<>();

  TargetShape(Iterable<TargetFactory> found) {
    found.forEach(factory -> factories.put(factory.name(), factory));
  }

  static TargetShape installed() {
    return new TargetShape(ServiceLoader.load(TargetFactory.class));
  }

  /** Empty only when a problem was noted. */
  Optional<TargetConfig> read(Section section) {
    List<String> chosen = section.keys().stream().filter(factories::containsKey).toList();
    Optional<TargetConfig> target = Optional.empty();
    for (String name : chosen) {
      target = values(section.part(name), Objects.requireNonNull(factories.get(name)));
    }
    if (chosen.size() > 1) {
      section.problem(
          section.line(), "target", "there is more than one target; keep one of " + chosen);
    }
    unknown(section);
    if (section.keys().isEmpty() && !section.isBroken()) {
      section.problem(section.line(), "target", "is missing; expected one of " + names());
    }
    return target;
  }

  /** Which target is named, its own values aside; empty also when none is. */
  Optional<TargetFactory> chosen(Section section) {
    unknown(section);
    return section.keys().stream().map(factories::get).filter(Objects::nonNull).findFirst();
  }

  private void unknown(Section section) {
    for (String key : section.keys()) {
      if (!factories.containsKey(key)) {
        section.problem(
            section.lineOf(key),
            section.name(key),
            "is not a known target"
                + Nearest.question(key, factories.keySet())
                + "; expected one of "
                + names());
      }
    }
  }

  private static Optional<TargetConfig> values(Section section, TargetFactory factory) {
    if (section.isBroken()) {
      return Optional.empty();
    }
    OptionsShape shape = new OptionsShape(section, factory);
    return shape.read().map(values -> new TargetConfig(factory, values));
  }

  private String names() {
    return String.join(", ", factories.keySet());
  }
}
