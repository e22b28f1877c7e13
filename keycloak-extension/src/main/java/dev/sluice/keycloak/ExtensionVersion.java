package dev.sluice.keycloak;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Properties;

/** What this extension calls itself. */
public final class ExtensionVersion {
  /** The id of every provider of this extension that needs no more than one. */
  public static final String ID = "sluice";

  /** The wire protocol with Sluice; it changes only when old partners would misunderstand. */
  public static final int PROTOCOL = 1;

  private ExtensionVersion() {}

  /** The version this jar was built as. */
  public static String get() {
    var properties = new Properties();
    try (InputStream in = ExtensionVersion.class.getResourceAsStream("extension.properties")) {
      properties.load(Objects.requireNonNull(in, "extension.properties"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return properties.getProperty("version");
  }
}
