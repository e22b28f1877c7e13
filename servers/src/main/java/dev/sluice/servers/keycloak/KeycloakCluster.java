package dev.sluice.servers.keycloak;

import dev.sluice.servers.FreePort;
import java.util.List;

/**
 * How Keycloak forms a cluster without leaving loopback: its nodes find each other in the database
 * that they share (the stack {@code jdbc-ping}, Keycloak's default).
 */
final class KeycloakCluster {
  /** JGroups also listens this many ports above the one it is given (FD_SOCK2 in the stack). */
  private static final int OFFSET = 50_000;

  private KeycloakCluster() {}

  static List<String> options() {
    return List.of(
        "--cache=ispn",
        "--cache-embedded-network-bind-address=127.0.0.1",
        "--cache-embedded-network-bind-port=" + FreePort.findWith(OFFSET));
  }
}
