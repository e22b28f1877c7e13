package dev.sluice.api.user;

/**
 * The id that a user keeps for life: Cognito's {@code sub}.
 *
 * <p>It looks like a UUID but is not promised to be one (Cognito developer guide, "using the ID
 * token"), so any printable text of 1 to 255 characters is taken.
 */
public record UserId(String value) implements Comparable<UserId> {

  public UserId {
    if (value.isBlank() || value.length() > 255) {
      throw new IllegalArgumentException(
          "A user id must have 1 to 255 characters; this one has " + value.length() + ".");
    }
    if (value.codePoints().anyMatch(UserId::unprintable)) {
      throw new IllegalArgumentException(
          "A user id must not contain control characters, but this" + " one does.");
    }
  }

  /** Returns whether a character cannot be printed, including half a surrogate pair. */
  private static boolean unprintable(int character) {
    int type = Character.getType(character);
    return type == Character.CONTROL || type == Character.SURROGATE;
  }

  @Override
  public int compareTo(UserId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
