package dev.sluice.keycloak.database;

import java.util.OptionalInt;

/**
 * A column of text.
 *
 * @param name such as {@code USER_ENTITY.FIRST_NAME}
 * @param charset what it stores, by the database's name
 * @param collation what it compares by, by the database's name
 */
public record TextColumn(String name, String charset, String collation) {

  /** Returns the first character that it cannot store; empty if it can store the whole text. */
  public OptionalInt foreign(String text) {
    return switch (charset) {
      // MariaDB and MySQL store only the first 65,536 characters in these.
      case "utf8mb3", "utf8", "ucs2" -> first(text, Character.MAX_VALUE);
      case "ascii" -> first(text, 0x7f);
      case "latin1" -> first(text, 0xff);
      default -> OptionalInt.empty();
    };
  }

  private static OptionalInt first(String text, int last) {
    return text.codePoints().filter(character -> character > last).findFirst();
  }

  /** Tells what is wrong with a character of a field, and what to do. */
  public String problem(String field, int character) {
    return "the %s has the character %s (U+%04X), which this database cannot store in %s (%s):"
            .formatted(field, Character.toString(character), character, name, charset)
        + " change it in the pool, or convert that column to utf8mb4";
  }
}
