package dev.sluice.keycloak.load.copy;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * Rows in the text format of PostgreSQL's {@code COPY} (its manual, "COPY", File Formats): a line a
 * row, a tab between two columns, {@code \N} for null, and a backslash before what would be read as
 * one of these.
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

  /** All rows; pgjdbc always speaks UTF-8 with its server. */
  byte[] utf8() {
    return rows.toString().getBytes(StandardCharsets.UTF_8);
  }

  private void separate() {
    if (inRow) {
      rows.append('\t');
    }
    inRow = true;
  }

  /** As nearly all values are; the JVM looks for one character much faster than for any of many. */
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

  /** What stands for a character after a backslash; 0 when the character stands for itself. */
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
