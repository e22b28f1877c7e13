package dev.sluice.cognito.call;

/** How all users of the pool are listed. */
public enum Reading {
  /**
   * In 16 chains of pages at a time, by the first digit of {@code sub}. Cognito documents the
   * filter; how it performs with so short a prefix has not been published.
   */
  SHARDED,
  /** In one chain of pages: slower, and certain to hold all users. */
  ONE_CHAIN;

  /**
   * Reads the word of the configuration file.
   *
   * @throws IllegalArgumentException when the word is another, listing the valid ones
   */
  public static Reading of(String word) {
    return switch (word) {
      case "sharded" -> SHARDED;
      case "one-chain" -> ONE_CHAIN;
      default ->
          throw new IllegalArgumentException(
              "reading is sharded or one-chain, not \"" + word + "\".");
    };
  }
}
