package dev.sluice.targets.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BoundedTextTest {
  private final HttpServer server = start();

  private static HttpServer start() {
    try {
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
      byte[] body = "x".repeat(300_000).getBytes(StandardCharsets.UTF_8);
      server.createContext(
          "/",
          exchange -> {
            try (exchange) {
              exchange.sendResponseHeaders(200, body.length);
              exchange.getResponseBody().write(body);
            }
          });
      server.start();
      return server;
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void an_answer_up_to_the_length_is_read_whole() throws Exception {
    assertThat(read(300_000)).hasSize(300_000);
  }

  @Test
  void a_longer_one_is_not_kept() {
    assertThatThrownBy(() -> read(299_999))
        .isInstanceOf(IOException.class)
        .hasStackTraceContaining("more than 299999 bytes");
  }

  private String read(long longest) throws Exception {
    URI url = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    try (var http = HttpClient.newHttpClient()) {
      return http.send(HttpRequest.newBuilder(url).build(), BoundedText.handler(longest)).body();
    }
  }
}
