package dev.sluice.contracts.fusionauth.wire;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** The HTTP server on loopback, with a virtual thread for each call. */
public final class Wiring implements AutoCloseable {
  private static final int BACKLOG = 256;
  private static final String TENANT_HEADER = "X-FusionAuth-TenantId";

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Desk desk;

  /** Accepts calls. */
  public interface Desk {
    /** Returns what goes wrong with this call, if anything. */
    Optional<Fault> faultOf(Call call);

    Reply answer(Call call);
  }

  public Wiring(Desk desk) {
    // Otherwise the JDK's server delays answers by 40 ms (Nagle meets delayed ACK).
    System.setProperty("sun.net.httpserver.nodelay", "true");
    this.desk = desk;
    try {
      server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), BACKLOG);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  public URI url() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      Call call;
      try {
        call = read(exchange);
      } catch (JacksonException e) {
        send(
            exchange,
            new Errors().general("[invalidJSON]", "Invalid JSON: " + e.getMessage()).reply());
        return;
      }
      Optional<Fault> fault = desk.faultOf(call);
      if (fault.isEmpty()) {
        send(exchange, desk.answer(call));
        return;
      }
      suffer(exchange, call, fault.get());
    }
  }

  private void suffer(HttpExchange exchange, Call call, Fault fault) throws IOException {
    switch (fault) {
      case Fault.Instead instead -> send(exchange, instead.reply());
      case Fault.InItsPlace other ->
          send(
              exchange,
              other.status(),
              "text/plain; charset=utf-8",
              other.text().getBytes(StandardCharsets.UTF_8));
      // The caller closes it without an answer.
      case Fault.AnswerLost _ -> desk.answer(call);
      case Fault.CallLost _ -> {}
      case Fault.Slow slow -> {
        Reply reply = desk.answer(call);
        rest(slow.by());
        send(exchange, reply);
      }
    }
  }

  private static void rest(Duration time) {
    try {
      Thread.sleep(time);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private static Call read(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getRawPath();
    String rest = path.startsWith("/api/") ? path.substring("/api/".length()) : path;
    List<String> segments = Stream.of(rest.split("/", -1)).map(Wiring::decode).toList();
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    JsonNode json = body.isBlank() ? MissingNode.getInstance() : JsonMapper.shared().readTree(body);
    return new Call(
        exchange.getRequestMethod(),
        segments,
        query(exchange.getRequestURI().getRawQuery()),
        header(exchange, "Authorization"),
        header(exchange, TENANT_HEADER),
        json);
  }

  private static Optional<String> header(HttpExchange exchange, String name) {
    return Optional.ofNullable(exchange.getRequestHeaders().getFirst(name));
  }

  private static Map<String, List<String>> query(@Nullable String raw) {
    Map<String, List<String>> query = new HashMap<>();
    if (raw != null) {
      for (String pair : raw.split("&", -1)) {
        int equals = pair.indexOf('=');
        String name = decode(equals < 0 ? pair : pair.substring(0, equals));
        String value = equals < 0 ? "" : decode(pair.substring(equals + 1));
        query.computeIfAbsent(name, _ -> new ArrayList<>()).add(value);
      }
    }
    return query;
  }

  private static String decode(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  private static void send(HttpExchange exchange, Reply reply) throws IOException {
    reply.headers().forEach(exchange.getResponseHeaders()::set);
    byte[] body =
        reply.body().isMissingNode()
            ? new byte[0]
            : reply.body().toString().getBytes(StandardCharsets.UTF_8);
    send(exchange, reply.status(), "application/json;charset=UTF-8", body);
  }

  private static void send(HttpExchange exchange, int status, String type, byte[] body)
      throws IOException {
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
