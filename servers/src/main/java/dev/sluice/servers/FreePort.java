package dev.sluice.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/** A TCP port on 127.0.0.1 that nobody listens on. */
public final class FreePort {
  private static final int UNPRIVILEGED = 1_024;
  private static final int PORTS = 65_536;

  private FreePort() {}

  /**
   * A port that was free a moment ago; the system hands out another one each time, so that two
   * callers at once do not get the same.
   */
  public static int find() {
    try (var socket = listenOn(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException("No free port on 127.0.0.1", e);
    }
  }

  /** A port that was free a moment ago, as was the one that is so many above it. */
  static int findWith(int offset) {
    return ThreadLocalRandom.current()
        .ints(100, UNPRIVILEGED, PORTS - offset)
        .filter(port -> isFree(port) && isFree(port + offset))
        .findFirst()
        .orElseThrow(
            () -> new ServerException("No two ports that are %d apart are free".formatted(offset)));
  }

  private static boolean isFree(int port) {
    try (var socket = listenOn(port)) {
      return socket.isBound();
    } catch (IOException _) {
      return false;
    }
  }

  private static ServerSocket listenOn(int port) throws IOException {
    return new ServerSocket(port, 1, InetAddress.ofLiteral("127.0.0.1"));
  }
}
