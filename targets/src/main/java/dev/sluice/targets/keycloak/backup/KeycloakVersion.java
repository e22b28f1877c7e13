package dev.sluice.targets.keycloak.backup;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A Keycloak version, as far as it matters here. */
record KeycloakVersion(int major, int minor) {
  /** The oldest supported version; older ones have other types in the interfaces for extensions. */
  static final KeycloakVersion OLDEST = new KeycloakVersion(26, 3);

  private static final Pattern NUMBERS = Pattern.compile("(\\d{1,6})\\.(\\d{1,6})\\b.*");

  /** Parses a version; empty if it is not in Keycloak's format. */
  static Optional<KeycloakVersion> of(String written) {
    Matcher numbers = NUMBERS.matcher(written);
    return numbers.matches()
        ? Optional.of(
            new KeycloakVersion(
                Integer.parseInt(numbers.group(1)), Integer.parseInt(numbers.group(2))))
        : Optional.empty();
  }

  boolean isTooOld() {
    return major < OLDEST.major || (major == OLDEST.major && minor < OLDEST.minor);
  }

  @Override
  public String toString() {
    return major + "." + minor;
  }
}
