package dev.sluice.app.assess;

import dev.sluice.api.target.Target;
import dev.sluice.api.target.provision.Readiness;
import dev.sluice.app.config.ConfigException;
import dev.sluice.app.config.ConfigProblem;
import dev.sluice.app.config.reading.ConfigReader;
import dev.sluice.migration.assess.AssessQuestion.Rules;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The target of a {@code sluice.yaml}, open if it can be asked about users. A pool is also looked
 * at before its target is there, so nothing fails because it is not.
 */
final class TargetToAsk implements AutoCloseable {
  private final @Nullable Target target;
  private final Rules rules;

  private TargetToAsk(@Nullable Target target, Rules rules) {
    this.target = target;
    this.rules = rules;
  }

  /** Opens the target and asks whether it is ready. */
  static TargetToAsk of(Path file, ConfigReader reader) {
    Target open;
    try {
      open = reader.read(file).target().open();
    } catch (ConfigException unfinished) {
      return new TargetToAsk(null, new Rules(Optional.empty(), mistakes(unfinished)));
    }
    return new TargetToAsk(
        open,
        switch (open.check()) {
          case Readiness.Ready _ -> new Rules(Optional.of(open), "");
          case Readiness.NotReady(String problem, String remedy) ->
              new Rules(Optional.empty(), problem + " " + remedy);
        });
  }

  /** Where no target is configured. */
  static TargetToAsk none() {
    return new TargetToAsk(null, new Rules(Optional.empty(), ""));
  }

  private static String mistakes(ConfigException unfinished) {
    return unfinished.problems().isEmpty()
        ? String.valueOf(unfinished.getMessage())
        : "sluice.yaml is not finished ("
            + unfinished.problems().stream()
                .map(ConfigProblem::toString)
                .collect(Collectors.joining("; "))
            + ").";
  }

  Rules rules() {
    return rules;
  }

  @Override
  public void close() {
    if (target != null) {
      target.close();
    }
  }
}
