package dev.sluice.targets.provision;

import java.time.Duration;

/** Formats lengths of time for people. */
public final class Lengths {
  private Lengths() {}

  public static String of(Duration length) {
    if (length.toSeconds() % 86_400 == 0) {
      return length.toDays() + " d";
    }
    if (length.toSeconds() % 3_600 == 0) {
      return length.toHours() + " h";
    }
    return length.toSeconds() % 60 == 0 ? length.toMinutes() + " min" : length.toSeconds() + " s";
  }
}
