package dev.sluice.app.gateway;

import dev.sluice.api.Secret;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where the gateway listens, and for whom.
 *
 * @param bind the address it listens on
 * @param port 1 to 65535, or 0 for a free one
 * @param token what every caller must present
 * @param tls empty only when {@code bind} is this machine alone
 */
public record GatewaySettings(String bind, int port, Secret token, Optional<Tls> tls) {
  /** Where the gateway listens unless told otherwise. */
  public static final String LOOPBACK = "127.0.0.1";

  /**
   * A certificate with its chain, and its private key, as PEM files.
   *
   * @param clients certificates of those who vouch for clients, where clients may show one
   */
  public record Tls(Path certificate, Path key, Optional<Path> clients) {
    /** Where no client shows a certificate. */
    public Tls(Path certificate, Path key) {
      this(certificate, key, Optional.empty());
    }
  }

  /**
   * @throws GatewayException when passwords would cross a network in the open, or anybody could ask
   */
  public GatewaySettings {
    if (token.isEmpty()) {
      throw new GatewayException("The gateway has no token: anybody could ask it. Set one.");
    }
    if (tls.isEmpty() && !isThisMachine(bind)) {
      throw new GatewayException(
          "The gateway would listen on "
              + bind
              + " without TLS, and passwords would cross the network in the open. Give it a"
              + " certificate and a key, or let it listen on "
              + LOOPBACK
              + ".");
    }
  }

  /** On this machine alone, without TLS. */
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
