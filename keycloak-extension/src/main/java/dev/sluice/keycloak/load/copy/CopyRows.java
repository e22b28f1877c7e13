package dev.sluice.keycloak.load.copy;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * Formats rows in the text format of PostgreSQL's {@code COPY} (its manual, "COPY", File Formats):
 * a line a row, a tab between two columns, {@code \N} for null, and a backslash before what would
 * be read as one of these.
 */
final class CopyRows {
  private final StringBuilder rows = new StringBuilder(1 << 16);
  private boolean inRow;

  CopyRows text(@Nullable String value) {
    separate();
    if (value == null) {
      rows.append("\\N");
    } else if (isPlain(value)) {
      rows.append(value);
    } else {
      escape(value);
    }
    return this;
  }

  CopyRows number(long value) {
    separate();
    rows.append(value);
    return this;
  }

  CopyRows flag(boolean value) {
    separate();
    rows.append(value ? 't' : 'f');
    return this;
  }

  CopyRows bytes(byte @Nullable [] value) {
    // PostgreSQL reads \x0a as a byte, and the first backslash of two as an escape.
    return text(value == null ? null : "\\x" + HexFormat.of().formatHex(value));
  }

  void endRow() {
    rows.append('\n');
    inRow = false;
  }

  boolean isEmpty() {
    return rows.length() == 0;
  }

  /** Returns all rows; pgjdbc always uses UTF-8 with its server. */
  byte[] utf8() {
    return rows.toString().getBytes(StandardCharsets.UTF_8);
  }

  private void separate() {
    if (inRow) {
      rows.append('\t');
    }
    inRow = true;
  }

  /**
   * Tells whether a value needs no escapes, like nearly all values; the JVM searches for one
   * character much faster than for any of several.
   */
  private static boolean isPlain(String value) {
    return value.indexOf('\\') < 0
        && value.indexOf('\t') < 0
        && value.indexOf('\n') < 0
        && value.indexOf('\r') < 0;
  }

  private void escape(String value) {
    int copied = 0;
    for (int i = 0; i < value.length(); i++) {
      char escape = letter(value.charAt(i));
      if (escape != 0) {
        rows.append(value, copied, i).append('\\').append(escape);
        copied = i + 1;
      }
    }
    rows.append(value, copied, value.length());
  }

  /** Returns the escape of a character after a backslash; 0 if it needs none. */
  private static char letter(char c) {
    return switch (c) {
      case '\\' -> '\\';
      case '\t' -> 't';
      case '\n' -> 'n';
      case '\r' -> 'r';
      default -> 0;
    };
  }
}
