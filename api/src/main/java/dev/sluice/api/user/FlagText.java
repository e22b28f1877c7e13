package dev.sluice.api.user;

import org.jspecify.annotations.Nullable;

/**
 * A flag as people and scripts write it into a text attribute. Cognito takes {@code True} and
 * {@code TRUE} for true (public reports of its users), so letters count in any case.
 */
public final class FlagText {
  private FlagText() {}

  /** Returns whether the text says true; anything else, and no text, does not. */
  public static boolean isTrue(@Nullable String text) {
    return text != null && Blanks.cutOff(text).equalsIgnoreCase("true");
  }

  /** Returns whether the text is a flag at all: true or false. */
  public static boolean isFlag(@Nullable String text) {
    return isTrue(text) || (text != null && Blanks.cutOff(text).equalsIgnoreCase("false"));
  }
}
