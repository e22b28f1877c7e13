package dev.sluice.app.demo;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Where the demo's servers listen, all on loopback.
 *
 * @param keycloak where Keycloak listens
 * @param gateway where the gateway listens
 * @param pool where the rehearsal pool listens
 */
record DemoPorts(int keycloak, int gateway, int pool) {
  /** The default ports, which the documentation shows. */
  static final DemoPorts USUAL = new DemoPorts(8080, 7070, 5055);

  /** Returns three ports in a row. */
  static DemoPorts from(int base) {
    return new DemoPorts(base, base + 1, base + 2);
  }

  /** Returns what to do if one of the ports is taken; empty if all are free. */
  Optional<String> problem() {
    Map<String, Integer> ports = new LinkedHashMap<>();
    ports.put("Keycloak", keycloak);
    ports.put("the gateway", gateway);
    ports.put("the rehearsal pool", pool);
    return ports.entrySet().stream()
        .filter(port -> !isFree(port.getValue()))
        .findFirst()
        .map(port ->
            ("Port %d for %s is taken. Stop the process that listens there, or choose other ports,"
                    + " such as --port-base 18080.")
                .formatted(port.getValue(), port.getKey()));
  }

  private static boolean isFree(int port) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      return true;
    } catch (IOException taken) {
      return false;
    }
  }
}
