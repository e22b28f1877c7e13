package dev.sluice.app.config;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** {@code sluice.yaml} cannot be used: all that is wrong with it, by line. */
public final class ConfigException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<ConfigProblem> problems;

  public ConfigException(Path file, List<ConfigProblem> problems) {
    this(message(file, byLine(problems)), byLine(problems));
  }

  private ConfigException(String message, List<ConfigProblem> problems) {
    super(message);
    this.problems = problems;
  }

  public ConfigException(String message) {
    super(message);
    this.problems = List.of();
  }

  /** Returns all mistakes in the order of their lines. */
  public List<ConfigProblem> problems() {
    return problems;
  }

  private static List<ConfigProblem> byLine(List<ConfigProblem> problems) {
    return problems.stream().sorted(Comparator.comparingInt(ConfigProblem::line)).toList();
  }

  private static String message(Path file, List<ConfigProblem> problems) {
    String count = problems.size() == 1 ? "1 mistake" : problems.size() + " mistakes";
    return problems.stream()
        .map(problem -> "  " + problem)
        .collect(Collectors.joining("\n", file + " has " + count + ":\n", ""));
  }
}
