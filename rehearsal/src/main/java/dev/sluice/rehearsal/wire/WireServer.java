package dev.sluice.rehearsal.wire;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The HTTP server on 127.0.0.1, with a virtual thread for each call. */
public final class WireServer implements AutoCloseable {

  private static final byte[] LOOPBACK = {127, 0, 0, 1};
  private static final int BACKLOG = 1024;

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  private WireServer(HttpServer server) {
    this.server = server;
  }

  /**
   * Listens on the port, 0 for any free one.
   *
   * @throws UncheckedIOException when the port is taken
   */
  public static WireServer start(int port, CognitoProtocol protocol, RehearsalPages pages) {
    // Otherwise the JDK's server delays answers by 40 ms (Nagle meets delayed ACK).
    System.setProperty("sun.net.httpserver.nodelay", "true");
    WireServer started = new WireServer(bind(port));
    started.server.setExecutor(started.threads);
    started.server.createContext("/rehearsal/", pages::handle);
    started.server.createContext("/", protocol::handle);
    started.server.start();
    return started;
  }

  private static HttpServer bind(int port) {
    try {
      return HttpServer.create(
          new InetSocketAddress(InetAddress.getByAddress(LOOPBACK), port), BACKLOG);
    } catch (BindException e) {
      throw new UncheckedIOException(
          "Port " + port + " on 127.0.0.1 is taken: choose another, or 0 for any free one.", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the port it listens on. */
  public int port() {
    return server.getAddress().getPort();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  static void send(HttpExchange exchange, int status, String type, byte[] body) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }
}
