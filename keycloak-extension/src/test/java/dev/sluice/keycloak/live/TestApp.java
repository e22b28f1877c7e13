package dev.sluice.keycloak.live;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

/** The application that people log in to: a page that says that they have arrived. */
final class TestApp {
  /** Where Keycloak sends people back to. */
  static final String URL = start();

  private TestApp() {}

  private static String start() {
    try {
      var server =
          HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
      byte[] page = "Arrived".getBytes(StandardCharsets.UTF_8);
      server.createContext(
          "/",
          exchange -> {
            exchange.sendResponseHeaders(200, page.length);
            exchange.getResponseBody().write(page);
            exchange.close();
          });
      Thread.ofPlatform().daemon().start(server::start);
      return "http://127.0.0.1:" + server.getAddress().getPort() + "/app/";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
