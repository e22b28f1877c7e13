package dev.sluice.app.config.reading;

import dev.sluice.api.target.OptionProblem;
import dev.sluice.api.target.TargetFactory;
import dev.sluice.api.target.TargetOption;
import dev.sluice.app.config.Nearest;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads a target's own options, and notes what its factory finds wrong at the keys' own lines. */
final class OptionsShape {
  private final Section section;
  private final TargetFactory factory;
  private final Map<String, String> values = new LinkedHashMap<>();
  private final Set<String> noted = new HashSet<>();

  OptionsShape(Section section, TargetFactory factory) {
    this.section = section;
    this.factory = factory;
  }

  /** Reads all options; empty only when a problem was noted. */
  Optional<Map<String, String>> read() {
    factory.options().forEach(this::take);
    section.complainAboutUnknown();
    List<OptionProblem> problems =
        factory.problems(values).stream().filter(problem -> !isNoted(problem)).toList();
    problems.forEach(this::note);
    return problems.isEmpty() && noted.isEmpty() ? Optional.of(values) : Optional.empty();
  }

  private void take(TargetOption option) {
    String key = option.key();
    Rule<String> text = Rule.text(option.expected());
    Rule<String> rule = new Rule<>(text.expected(), option.secret(), List.of(), text.parse());
    Optional<String> value = option.required() ? section.need(key, rule) : section.read(key, rule);
    if (value.isEmpty() && (option.required() || !section.absent(key))) {
      noted.add(key);
    }
    value
        .or(() -> standIn(option))
        .or(() -> Optional.ofNullable(option.fallback()))
        .ifPresent(given -> values.put(key, given));
  }

  /** Returns a text for a value that is given and cannot be used: it does not count as missing. */
  private Optional<String> standIn(TargetOption option) {
    String written = section.written(option.key());
    return section.absent(option.key())
        ? Optional.empty()
        : Optional.of(written.isBlank() ? option.example() : written);
  }

  /** Tells whether a problem only follows from the option being missing or of no use. */
  private boolean isNoted(OptionProblem problem) {
    return noted.contains(problem.key())
        && (section.absent(problem.key()) || problem.value().isPresent());
  }

  private void note(OptionProblem problem) {
    String key = problem.key();
    if (key.isEmpty()) {
      section.problem(section.line(), section.path(), problem.message());
      return;
    }
    boolean secret =
        factory.options().stream().anyMatch(option -> option.key().equals(key) && option.secret());
    boolean printable = !secret && section.isPrintable(key);
    String shown = problem.value().map(value -> ShownValue.of(value, printable) + " ").orElse("");
    String question =
        problem
            .value()
            .filter(value -> !secret)
            .map(value -> Nearest.question(value, problem.words()))
            .orElse("");
    section.problem(section.lineOf(key), section.name(key), shown + problem.message() + question);
  }
}
