package dev.sluice.app.config.reading;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Puts the values of environment variables and the contents of files in their places. */
final class Placeholders {
  private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([^}:]*):?([^}]*)}");

  private final Map<String, String> environment;
  private final Path folder;

  /**
   * @param folder where relative paths begin
   */
  Placeholders(Map<String, String> environment, Path folder) {
    this.environment = environment;
    this.folder = folder;
  }

  /** Whether a value comes, at least in part, from elsewhere. */
  static boolean isIn(String text) {
    return PLACEHOLDER.matcher(text).find();
  }

  String fill(String text) throws UnfilledException {
    StringBuilder filled = new StringBuilder();
    Set<String> reasons = new LinkedHashSet<>();
    Matcher matcher = PLACEHOLDER.matcher(text);
    while (matcher.find()) {
      String value = value(matcher.toMatchResult(), reasons);
      matcher.appendReplacement(filled, Matcher.quoteReplacement(value));
    }
    if (!reasons.isEmpty()) {
      throw new UnfilledException(reasons);
    }
    return matcher.appendTail(filled).toString();
  }

  /** Returns what a placeholder stands for, or adds a reason why that is not known. */
  private String value(MatchResult placeholder, Set<String> reasons) {
    String name = placeholder.group(2);
    return switch (placeholder.group(1)) {
      case "env" -> variable(name, reasons);
      case "file" -> content(name, reasons);
      default -> {
        reasons.add(placeholder.group() + " is not known; expected ${env:NAME} or ${file:PATH}");
        yield "";
      }
    };
  }

  private String variable(String name, Set<String> reasons) {
    @Nullable String value = environment.get(name);
    if (value == null) {
      reasons.add("the environment variable " + name + " is not set");
      return "";
    }
    return value;
  }

  private String content(String name, Set<String> reasons) {
    Path file = folder.resolve(name);
    try {
      return Files.readString(file).strip();
    } catch (IOException unreadable) {
      reasons.add(
          Files.exists(file) ? "the file " + file + " cannot be read" : "there is no file " + file);
      return "";
    }
  }

  /** Says that placeholders of a value cannot be filled. */
  static final class UnfilledException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient List<String> reasons;

    UnfilledException(Set<String> reasons) {
      super(String.join("; ", reasons));
      this.reasons = List.copyOf(reasons);
    }

    /** Says why, for each of them. */
    List<String> reasons() {
      return reasons;
    }
  }
}
