package dev.sluice.app.config;

/**
 * One mistake in {@code sluice.yaml}.
 *
 * @param line counted from 1
 * @param key the whole path of the key, such as {@code gateway.port}; empty for the file itself
 * @param message what is wrong and what was expected, with secrets masked
 */
public record ConfigProblem(int line, String key, String message) {
  @Override
  public String toString() {
    return "line " + line + ": " + (key.isEmpty() ? "" : key + ": ") + message;
  }
}
