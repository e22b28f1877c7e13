package dev.sluice.app.config.reading;

import dev.sluice.app.config.Credentials;

/** Writes a value as mistakes show it. */
final class ShownValue {
  /** The words for a value that is not printed. */
  static final String MASKED = "the value";

  private ShownValue() {}

  static String of(String text, boolean printable) {
    return printable ? "\"" + Credentials.masked(text) + "\"" : MASKED;
  }
}
