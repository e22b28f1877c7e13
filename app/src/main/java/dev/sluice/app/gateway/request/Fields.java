package dev.sluice.app.gateway.request;

import dev.sluice.api.user.UserId;
import org.jspecify.annotations.Nullable;
import org.springframework.web.server.ResponseStatusException;

/** Checks fields of a body. */
public final class Fields {
  private static final int LONGEST_ID = 255;

  private Fields() {}

  /**
   * Returns a text of at most so many characters.
   *
   * @throws ResponseStatusException 400 if it is missing, blank or too long
   */
  public static String text(String name, @Nullable String value, int most) {
    if (value == null || value.isBlank() || value.length() > most) {
      throw RequestBodies.malformed(
          "\"" + name + "\" must be a text of 1 to " + most + " characters; it " + has(value));
    }
    return value;
  }

  /**
   * Returns the id of a user.
   *
   * @throws ResponseStatusException 400 if it cannot be a user's id
   */
  public static UserId userId(@Nullable String value) {
    return new UserId(text("userId", value, LONGEST_ID));
  }

  private static String has(@Nullable String value) {
    return value == null
        ? "is missing."
        : value.isBlank() ? "is blank." : "has " + value.length() + ".";
  }
}
