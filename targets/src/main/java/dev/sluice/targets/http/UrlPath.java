package dev.sluice.targets.http;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Writes any text as one segment of a path, or as a value in a query. */
public final class UrlPath {
  private UrlPath() {}

  /** Escapes the text such that none of its characters leads elsewhere. */
  public static String encode(String segment) {
    String encoded = URLEncoder.encode(segment, StandardCharsets.UTF_8).replace("+", "%20");
    // A segment of nothing but dots is a direction and not a name.
    return encoded.matches("\\.+") ? encoded.replace(".", "%2E") : encoded;
  }
}
