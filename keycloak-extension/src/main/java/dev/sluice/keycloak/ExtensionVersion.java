package dev.sluice.keycloak;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Properties;

/** The id and version of this extension. */
public final class ExtensionVersion {
  /** The id of every provider that this extension has only one of. */
  public static final String ID = "sluice";

  /**
   * The version of the wire protocol with Sluice; it changes only if older versions would
   * misunderstand it.
   */
  public static final int PROTOCOL = 1;

  private ExtensionVersion() {}

  /** Returns the version of this jar. */
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
