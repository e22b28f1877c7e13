package dev.sluice.keycloak;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which Keycloak this extension works in. */
public final class SupportedKeycloak {
  /** The oldest minor release; those before it have other types where this extension plugs in. */
  public static final String OLDEST = "26.3";

  private static final Pattern NUMBERS = Pattern.compile("(\\d{1,6})\\.(\\d{1,6})\\b.*");

  private SupportedKeycloak() {}

  /**
   * Lets a Keycloak go on that is new enough, or whose version is written in some other way.
   *
   * @throws IllegalStateException when it is too old. It is better not to start than to fail at
   *     somebody's login.
   */
  public static void require(String version) {
    if (number(version) < number(OLDEST)) {
      throw new IllegalStateException(
          "Sluice's extension needs Keycloak %s or newer, and this is %s: upgrade Keycloak, or take sluice-keycloak-extension-*.jar out of providers/"
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
