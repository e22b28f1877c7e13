package dev.sluice.app.config;

import dev.sluice.api.Secret;
import dev.sluice.migration.segment.Opening;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where the gateway listens, and how the target reaches it.
 *
 * @param bind the address it listens on
 * @param port 1 to 65535, or 0 for a free one
 * @param url how the target reaches it
 * @param token what the target must present
 * @param tls empty only when {@code bind} is this machine alone
 * @param opening whose passwords may move
 */
public record GatewayConfig(
    String bind, int port, URI url, Secret token, Optional<Tls> tls, Opening opening) {

  /**
   * A certificate with its chain, and its private key, as PEM files.
   *
   * @param clients certificates of those who vouch for clients, where clients may show one
   */
  public record Tls(Path certificate, Path key, Optional<Path> clients) {}
}
