package dev.sluice.targets.keycloak;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/** An HTTP server on loopback that answers as it is told and remembers what it was asked. */
public final class HttpStub implements AutoCloseable {
  /** One answer: a status, a body and headers. */
  public record Reply(int status, String body, Map<String, String> headers) {
    public static Reply of(int status, String body) {
      return new Reply(status, body, Map.of());
    }
  }

  /** One request as it arrived. */
  public record Request(String line, String body, String authorization) {}

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Map<String, Function<Request, Reply>> replies = new ConcurrentHashMap<>();
  private final List<Request> requests = new CopyOnWriteArrayList<>();

  public HttpStub() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(threads);
    server.createContext("/", this::answer);
    server.start();
  }

  /** Answers as a Keycloak does that is ready; for the troubles that a real one cannot show. */
  public static HttpStub keycloak() {
    return new HttpStub()
        .on("POST /realms/master/protocol/openid-connect/token", token("first", 60))
        .on(
            "GET /admin/realms/customers/sluice/version",
            Reply.of(200, "{\"extension\":\"0.1.0\",\"protocol\":1,\"keycloak\":\"26.7.3\"}"))
        .on("GET /admin/realms/customers", Reply.of(200, "{\"realm\":\"customers\"}"));
  }

  public static Reply token(String value, int seconds) {
    return Reply.of(200, "{\"access_token\":\"%s\",\"expires_in\":%d}".formatted(value, seconds));
  }

  public HttpStub on(String line, Reply reply) {
    return on(line, _ -> reply);
  }

  public HttpStub on(String line, Function<Request, Reply> reply) {
    replies.put(line, reply);
    return this;
  }

  /** The requests whose line begins so, in the order of their arrival. */
  public List<Request> requests(String prefix) {
    return requests.stream().filter(request -> request.line().startsWith(prefix)).toList();
  }

  public URI url() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String authorization = exchange.getRequestHeaders().getFirst("Authorization");
      Request request =
          new Request(
              exchange.getRequestMethod() + " " + exchange.getRequestURI().getRawPath(),
              new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8),
              authorization == null ? "" : authorization);
      requests.add(request);
      Reply reply = replies.getOrDefault(request.line(), _ -> Reply.of(404, "{}")).apply(request);
      reply.headers().forEach(exchange.getResponseHeaders()::add);
      byte[] body = reply.body().getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(reply.status(), body.length == 0 ? -1 : body.length);
      exchange.getResponseBody().write(body);
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
