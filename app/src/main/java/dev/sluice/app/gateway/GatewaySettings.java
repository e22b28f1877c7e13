package dev.sluice.app.gateway;

import dev.sluice.api.Secret;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The gateway's address, token and TLS settings.
 *
 * @param bind the address it listens on
 * @param port 1 to 65535, or 0 for a free one
 * @param token the token that every caller must present
 * @param tls empty only if {@code bind} is a loopback address
 */
public record GatewaySettings(String bind, int port, Secret token, Optional<Tls> tls) {
  /** The default address. */
  public static final String LOOPBACK = "127.0.0.1";

  /**
   * A certificate with its chain, and its private key, as PEM files.
   *
   * @param clients certificates of the authorities that sign client certificates; empty if clients
   *     show none
   */
  public record Tls(Path certificate, Path key, Optional<Path> clients) {
    /** Makes TLS settings without client certificates. */
    public Tls(Path certificate, Path key) {
      this(certificate, key, Optional.empty());
    }
  }

  /**
   * @throws GatewayException if passwords would cross a network unencrypted, or if there is no
   *     token
   */
  public GatewaySettings {
    if (token.isEmpty()) {
      throw new GatewayException(
          "The gateway has no token, so anyone could call it. Set gateway.token.");
    }
    if (tls.isEmpty() && !isThisMachine(bind)) {
      throw new GatewayException(
          "The gateway would listen on "
              + bind
              + " without TLS, and passwords would cross the network unencrypted. Set gateway.tls"
              + " to a certificate and a key, or bind it to "
              + LOOPBACK
              + ".");
    }
  }

  /** Makes settings for loopback without TLS. */
  public static GatewaySettings onLoopback(int port, Secret token) {
    return new GatewaySettings(LOOPBACK, port, token, Optional.empty());
  }

  private static boolean isThisMachine(String host) {
    try {
      return InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException unknown) {
      throw new GatewayException(
          "The gateway cannot listen on " + host + ": no such address on this machine.", unknown);
    }
  }
}
