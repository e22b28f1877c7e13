package dev.sluice.rehearsal.user;

import dev.sluice.rehearsal.user.Draw.Topic;

/** Passwords made of words, easy to type in a demonstration, and publicly known. */
final class Passwords {

  private static final int LONGEST = 256;
  private static final String[] FIRST = {
    "Quiet", "Brave", "Sunny", "Swift", "Gentle", "Clever", "Amber", "Misty", "Lucky", "Velvet"
  };
  private static final String[] SECOND = {
    "Otter", "Falcon", "Maple", "Comet", "Harbor", "Meadow", "Lantern", "Pepper", "Walnut", "Cloud"
  };

  private Passwords() {}

  /** Returns the made-up password; it satisfies the pool's own policy. */
  static String of(Draw draw, UserKind kind) {
    long bits = draw.bits(Topic.PASSWORD) >>> 1;
    String plain =
        FIRST[(int) (bits % 10)]
            + "-"
            + SECOND[(int) (bits / 10 % 10)]
            + "-"
            + LoginNames.zeroPadded(bits / 100 % 10_000, 4)
            + "!";
    return switch (kind) {
      case MANY_SCRIPTS -> plain + "пароль密码";
      case HOSTILE_VALUES -> plain + " \"'\\&=+%20<>{}";
      case LONGEST_NAMES -> (plain + "-").repeat(LONGEST).substring(0, LONGEST);
      default -> plain;
    };
  }
}
