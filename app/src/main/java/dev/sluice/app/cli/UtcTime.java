package dev.sluice.app.cli;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Formats times as every command prints them: to the minute, in UTC. */
public final class UtcTime {
  private static final DateTimeFormatter FORMAT =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private UtcTime() {}

  /** Returns a time such as {@code 2026-11-30 08:15 UTC}. */
  public static String text(Instant time) {
    return FORMAT.format(time);
  }
}
