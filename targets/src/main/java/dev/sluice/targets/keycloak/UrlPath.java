package dev.sluice.targets.keycloak;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Text as one segment of a path. */
final class UrlPath {
  private UrlPath() {}

  static String encode(String segment) {
    return URLEncoder.encode(segment, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
