package dev.sluice.keycloak;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Checks that this extension supports the running Keycloak. */
public final class SupportedKeycloak {
  /**
   * The oldest supported minor release; older ones have other types in the extension interfaces.
   */
  public static final String OLDEST = "26.3";

  private static final Pattern NUMBERS = Pattern.compile("(\\d{1,6})\\.(\\d{1,6})\\b.*");

  private SupportedKeycloak() {}

  /**
   * Accepts a Keycloak that is new enough, or whose version has another format.
   *
   * @throws IllegalStateException if it is too old, because failing at startup is better than at a
   *     login
   */
  public static void require(String version) {
    if (number(version) < number(OLDEST)) {
      throw new IllegalStateException(
          ("Sluice's extension needs Keycloak %s or newer, but this is %s: upgrade Keycloak, or"
                  + " remove sluice-keycloak-extension-*.jar from providers/")
              .formatted(OLDEST, version));
    }
  }

  private static long number(String version) {
    Matcher numbers = NUMBERS.matcher(version);
    return numbers.matches()
        ? Long.parseLong(numbers.group(1)) * 1_000_000 + Long.parseLong(numbers.group(2))
        : Long.MAX_VALUE;
  }
}
