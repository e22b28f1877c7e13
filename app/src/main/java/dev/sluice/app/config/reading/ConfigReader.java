package dev.sluice.app.config.reading;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.sluice.app.config.AssessConfig;
import dev.sluice.app.config.ConfigException;
import dev.sluice.app.config.ConfigProblem;
import dev.sluice.app.config.SluiceConfig;
import dev.sluice.migration.assess.estimate.Prices;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;

/** Reads {@code sluice.yaml}. */
public final class ConfigReader {
  private final Map<String, String> environment;

  /**
   * @param environment what {@code ${env:NAME}} stands for
   */
  public ConfigReader(Map<String, String> environment) {
    this.environment = environment;
  }

  /**
   * Reads a file; relative paths in it begin at its folder.
   *
   * @throws ConfigException with all mistakes in it
   */
  public SluiceConfig read(Path file) {
    return read(file, folder -> new SluiceYamlShape(folder)::read);
  }

  /**
   * Reads what tells something of the pool; a file with only {@code source} will do.
   *
   * @throws ConfigException with all mistakes in it
   */
  public AssessConfig readForAssess(Path file) {
    return read(file, folder -> new AssessShape(folder)::read);
  }

  /**
   * Reads a file of prices.
   *
   * @throws ConfigException with all mistakes in it
   */
  public Prices readPrices(Path file) {
    if (!Files.exists(file)) {
      throw new ConfigException(
          "There is no file of prices " + file + ". Name another with --prices, or leave it out.");
    }
    Prices prices = read(file, folder -> new PricesShape()::read);
    return prices.from(prices.source() + ", as told by " + file);
  }

  /** The prices that came with this version. */
  public Prices prices() {
    try (InputStream text =
        Objects.requireNonNull(ConfigReader.class.getResourceAsStream("prices.yaml"))) {
      return read(
          new String(text.readAllBytes(), UTF_8),
          Path.of("prices.yaml"),
          folder -> new PricesShape()::read);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private <T> T read(Path file, Function<Path, Function<Section, Optional<T>>> shape) {
    return read(textOf(file), file, shape);
  }

  private <T> T read(String text, Path file, Function<Path, Function<Section, Optional<T>>> shape) {
    Path folder = Optional.ofNullable(file.toAbsolutePath().getParent()).orElse(file);
    List<ConfigProblem> problems = new ArrayList<>();
    Section top = top(text, file, new Placeholders(environment, folder), problems);
    Optional<T> read = shape.apply(folder).apply(top);
    if (!problems.isEmpty()) {
      throw new ConfigException(file, problems);
    }
    return read.orElseThrow();
  }

  private static String textOf(Path file) {
    try {
      return Files.readString(file);
    } catch (NoSuchFileException missing) {
      throw new ConfigException(
          "There is no file " + file + ". Make one with: sluice init, or name it with --config.");
    } catch (MalformedInputException notText) {
      throw new ConfigException(file + " is not UTF-8 text. Save it as UTF-8.");
    } catch (IOException unreadable) {
      throw new ConfigException(file + " cannot be read: " + unreadable.getMessage());
    }
  }

  private static Section top(
      String text, Path file, Placeholders placeholders, List<ConfigProblem> problems) {
    Node root = compose(text, file);
    if (root instanceof MappingNode mapping) {
      return new Section("", 1, mapping.getValue(), placeholders, problems);
    }
    throw new ConfigException(
        file,
        List.of(
            new ConfigProblem(
                1, "", "expected keys such as source:, each with what belongs to it")));
  }

  private static Node compose(String text, Path file) {
    try {
      return new Yaml(new LoaderOptions()).compose(new StringReader(text));
    } catch (MarkedYAMLException broken) {
      Mark mark = broken.getProblemMark();
      throw new ConfigException(
          file,
          List.of(
              new ConfigProblem(
                  mark == null ? 1 : mark.getLine() + 1, "", "not YAML: " + broken.getProblem())));
    } catch (YAMLException broken) {
      throw new ConfigException(file + " is not YAML: " + broken.getMessage());
    }
  }
}
