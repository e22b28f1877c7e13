package dev.sluice.keycloak.gateway;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Writes any text as one segment of a path. */
final class PathSegment {
  private PathSegment() {}

  /** Escapes the text such that none of its characters leads elsewhere. */
  static String of(String text) {
    String encoded =
        URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20").replace("%7E", "~");
    // These two segments are directions and not names.
    return encoded.equals(".") || encoded.equals("..") ? encoded.replace(".", "%2E") : encoded;
  }
}
