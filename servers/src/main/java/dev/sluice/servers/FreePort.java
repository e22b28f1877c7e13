package dev.sluice.servers;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;

/** A free TCP port on 127.0.0.1. */
public final class FreePort {
  /**
   * Systems use the ports above for outgoing connections, which would take one before its server
   * starts.
   */
  private static final int LOWEST = 20_000;

  private static final int HIGHEST = 32_000;
  private static final int UNPRIVILEGED = 1_024;
  private static final int PORTS = 65_536;
  private static final Set<Integer> GIVEN = ConcurrentHashMap.newKeySet();

  private FreePort() {}

  /** Returns a port that was free a moment ago, and another one each time within this process. */
  public static int find() {
    return ThreadLocalRandom.current()
        .ints(1_000, LOWEST, HIGHEST)
        .filter(port -> isFree(port) && GIVEN.add(port))
        .findFirst()
        .orElseThrow(() -> new ServerException("No free port on 127.0.0.1"));
  }

  /** Returns a port that was free a moment ago, as was the one at this offset above it. */
  public static int findWith(int offset) {
    return ThreadLocalRandom.current()
        .ints(100, UNPRIVILEGED, PORTS - offset)
        .filter(port -> isFree(port) && isFree(port + offset))
        .findFirst()
        .orElseThrow(
            () -> new ServerException("No two ports that are %d apart are free".formatted(offset)));
  }

  private static boolean isFree(int port) {
    try (var socket = new ServerSocket(port, 1, InetAddress.ofLiteral("127.0.0.1"))) {
      return socket.isBound();
    } catch (IOException _) {
      return false;
    }
  }
}
