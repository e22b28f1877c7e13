package dev.sluice.migration.ledger.jdbc.row;

import org.jspecify.annotations.Nullable;

/**
 * Text as both databases can hold it. PostgreSQL refuses NUL and neither can hold half a surrogate
 * pair, so each is kept as U+FFFD: one hostile name must not end a run.
 */
public final class StorableText {
  private static final char REPLACEMENT = '\uFFFD';

  private StorableText() {}

  public static String of(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (unfit(text, i)) {
        return replacedFrom(i, text);
      }
    }
    return text;
  }

  private static String replacedFrom(int first, String text) {
    StringBuilder storable = new StringBuilder(text);
    for (int i = first; i < text.length(); i++) {
      if (unfit(text, i)) {
        storable.setCharAt(i, REPLACEMENT);
      }
    }
    return storable.toString();
  }

  static @Nullable String ofNullable(@Nullable String text) {
    return text == null ? null : of(text);
  }

  private static boolean unfit(String text, int i) {
    char c = text.charAt(i);
    if (Character.isHighSurrogate(c)) {
      return i + 1 == text.length() || !Character.isLowSurrogate(text.charAt(i + 1));
    }
    if (Character.isLowSurrogate(c)) {
      return i == 0 || !Character.isHighSurrogate(text.charAt(i - 1));
    }
    return c == 0;
  }
}
