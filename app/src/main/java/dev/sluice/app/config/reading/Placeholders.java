package dev.sluice.app.config.reading;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
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
    Matcher matcher = PLACEHOLDER.matcher(text);
    while (matcher.find()) {
      matcher.appendReplacement(filled, Matcher.quoteReplacement(value(matcher.toMatchResult())));
    }
    return matcher.appendTail(filled).toString();
  }

  private String value(MatchResult placeholder) throws UnfilledException {
    String name = placeholder.group(2);
    return switch (placeholder.group(1)) {
      case "env" -> variable(name);
      case "file" -> content(name);
      default ->
          throw new UnfilledException(
              placeholder.group() + " is not known; expected ${env:NAME} or ${file:PATH}");
    };
  }

  private String variable(String name) throws UnfilledException {
    @Nullable String value = environment.get(name);
    if (value == null) {
      throw new UnfilledException("the environment variable " + name + " is not set");
    }
    return value;
  }

  private String content(String name) throws UnfilledException {
    Path file = folder.resolve(name);
    try {
      return Files.readString(file).strip();
    } catch (IOException unreadable) {
      throw new UnfilledException(
          Files.exists(file) ? "the file " + file + " cannot be read" : "there is no file " + file);
    }
  }

  /** A placeholder has no value: its message says why. */
  static final class UnfilledException extends Exception {
    private static final long serialVersionUID = 1L;

    UnfilledException(String message) {
      super(message);
    }

    String reason() {
      return String.valueOf(getMessage());
    }
  }
}
