package dev.sluice.keycloak.settings;

import java.net.URI;
import java.time.Duration;
import org.keycloak.component.ComponentModel;

/**
 * The address and token of the gateway.
 *
 * @param url its root URL
 * @param token the token that this extension presents
 * @param timeout the most that one call may take, from connecting to the last byte
 */
public record GatewaySettings(URI url, String token, Duration timeout) {
  /** The setting that holds the gateway's root URL. */
  public static final String URL = "gatewayUrl";

  /** The setting that holds the gateway's token. */
  public static final String TOKEN = "gatewayToken";

  /** The setting that bounds a question, in milliseconds. */
  public static final String TIMEOUT_MILLIS = "timeoutMillis";

  /** Storage lookups are killed after 3 s, and users do not wait longer either. */
  public static final int DEFAULT_TIMEOUT_MILLIS = 2_000;

  /**
   * Returns the component's settings.
   *
   * @throws IllegalArgumentException if the URL or the timeout is invalid
   */
  public static GatewaySettings of(ComponentModel component) {
    var config = component.getConfig();
    String timeout =
        config.getFirstOrDefault(TIMEOUT_MILLIS, String.valueOf(DEFAULT_TIMEOUT_MILLIS));
    return new GatewaySettings(
        URI.create(config.getFirstOrDefault(URL, "")),
        config.getFirstOrDefault(TOKEN, ""),
        Duration.ofMillis(Long.parseLong(timeout)));
  }

  public URI resolve(String path) {
    return URI.create(url.toString().replaceAll("/+$", "") + path);
  }

  @Override
  public String toString() {
    return "GatewaySettings[" + url + "]";
  }
}
