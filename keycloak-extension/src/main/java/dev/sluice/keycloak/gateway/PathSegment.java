package dev.sluice.keycloak.gateway;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Any text as one part of a path, such that none of its characters leads elsewhere. */
final class PathSegment {
  private PathSegment() {}

  static String of(String text) {
    String encoded = URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    // A part of nothing but dots is a direction and not a name.
    return encoded.matches("\\.+") ? encoded.replace(".", "%2E") : encoded;
  }
}
