package dev.sluice.targets.files;

import dev.sluice.api.target.OptionProblem;
import dev.sluice.api.target.TargetOption;
import dev.sluice.targets.option.OptionProblems;
import dev.sluice.targets.option.OptionValues;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Where the files are. */
record FilesOptions(Path folder) {
  private static final TargetOption FOLDER =
      TargetOption.required(
          "folder", "The folder in which `users.jsonl` is written.", "/srv/users");

  static final List<TargetOption> ALL = List.of(FOLDER);

  /** Finds all that is wrong with these values; empty when nothing is. */
  static List<OptionProblem> problems(Map<String, String> given) {
    return new OptionProblems(new OptionValues(given)).needed(FOLDER).found();
  }

  /** Reads values that have no {@link #problems}. */
  static FilesOptions from(Map<String, String> given) {
    return new FilesOptions(Path.of(new OptionValues(given).need(FOLDER)));
  }
}
