package dev.sluice.app.assess.text;

import dev.sluice.migration.assess.Sign;
import dev.sluice.migration.assess.Sign.Side;
import java.util.ArrayList;
import java.util.List;

/** Formats the signs for staying and for leaving as lines. */
public final class SignsText {
  private SignsText() {}

  static List<String> lines(List<Sign> signs) {
    List<String> lines = new ArrayList<>(List.of("", "Whether to leave Cognito at all"));
    for (Side side : Side.values()) {
      lines.add("  " + title(side));
      List<Sign> of = on(side, signs);
      of.forEach(sign ->
          lines.add(Words.of("    %s (%s)", Plain.all(sign.text()), Words.weight(sign.weight()))));
      if (of.isEmpty()) {
        lines.add("    none that can be read from the pool");
      }
    }
    lines.add("  " + verdict(signs));
    return lines;
  }

  public static String title(Side side) {
    return switch (side) {
      case STAY -> "Signs for staying";
      case LEAVE -> "Signs for leaving";
    };
  }

  public static List<Sign> on(Side side, List<Sign> signs) {
    return signs.stream().filter(sign -> sign.side() == side).toList();
  }

  /** Sums up the signs and says no more than they do. */
  public static String verdict(List<Sign> signs) {
    return Words.of(
        "%s for staying, %s for leaving. A pool cannot show what you miss in Cognito, what your"
            + " team can run, or what the new system costs. Weigh these too.",
        count(on(Side.STAY, signs).size()), count(on(Side.LEAVE, signs).size()));
  }

  private static String count(int signs) {
    return signs == 1 ? "1 sign" : signs + " signs";
  }
}
