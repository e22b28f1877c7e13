package dev.sluice.keycloak.branding;

import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A picture as stored in an attribute of the realm: {@code image/png;base64,iVBOR…}. */
record Picture(String type, String base64) {
  private static final Pattern WRITTEN =
      Pattern.compile(
          "(image/(?:png|jpeg|gif|webp|svg\\+xml));base64,((?:[A-Za-z0-9+/]{4})*"
              + "(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?)");

  /** Reads an attribute; empty if it is not a picture for browsers. */
  static Optional<Picture> read(@Nullable String attribute) {
    Matcher written = WRITTEN.matcher(attribute == null ? "" : attribute);
    return written.matches()
        ? Optional.of(new Picture(written.group(1), written.group(2)))
        : Optional.empty();
  }

  byte[] bytes() {
    return Base64.getDecoder().decode(base64);
  }
}
