package dev.sluice.keycloak.settings;

import java.net.URI;
import java.time.Duration;
import org.keycloak.component.ComponentModel;

/**
 * How the gateway is reached.
 *
 * @param url its root
 * @param token what we show it
 * @param timeout the most that one question may take, from connecting to the last byte
 */
public record GatewaySettings(URI url, String token, Duration timeout) {
  /** The setting that holds the gateway's root URL. */
  public static final String URL = "gatewayUrl";

  /** The setting that holds the gateway's token. */
  public static final String TOKEN = "gatewayToken";

  /** The setting that bounds a question, in milliseconds. */
  public static final String TIMEOUT_MILLIS = "timeoutMillis";

  /** Storage lookups are killed after 3 s, and people do not wait longer either. */
  public static final int DEFAULT_TIMEOUT_MILLIS = 2_000;

  /**
   * As the component says.
   *
   * @throws IllegalArgumentException when the URL or the timeout is not one
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
