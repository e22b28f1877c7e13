package dev.sluice.app.config;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    String text = textOf(file);
    Path folder = Optional.ofNullable(file.toAbsolutePath().getParent()).orElse(file);
    List<ConfigProblem> problems = new ArrayList<>();
    Section top = top(text, file, new Placeholders(environment, folder), problems);
    Optional<SluiceConfig> config = new ConfigShape(folder).read(top);
    if (!problems.isEmpty()) {
      throw new ConfigException(file, problems);
    }
    return config.orElseThrow();
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
                1, "", "expected keys such as source:, target: and way:; see sluice init")));
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
