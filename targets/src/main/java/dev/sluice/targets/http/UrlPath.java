package dev.sluice.targets.http;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Text as one segment of a path, or as a value in a query. */
public final class UrlPath {
  private UrlPath() {}

  public static String encode(String segment) {
    return URLEncoder.encode(segment, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
