package dev.sluice.targets.http;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Writes any text as one segment of a path, or as a value in a query. */
public final class UrlPath {
  private UrlPath() {}

  /**
   * Escapes the text such that none of its characters leads elsewhere, in the normal form of RFC
   * 3986 (section 6.2.2): Keycloak refuses any other.
   */
  public static String encode(String segment) {
    String encoded =
        URLEncoder.encode(segment, StandardCharsets.UTF_8).replace("+", "%20").replace("%7E", "~");
    // These two segments are directions and not names.
    return encoded.equals(".") || encoded.equals("..") ? encoded.replace(".", "%2E") : encoded;
  }
}
