package dev.sluice.cognito;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Answers Cognito's protocol on loopback with what it was told, word for word: JSON 1.1 over POST,
 * errors as HTTP 400 with {@code __type} and {@code message}. The last answer of an operation is
 * given for ever.
 */
public final class ScriptedCognito implements AutoCloseable {
  /** One call as it was received. */
  public record Call(String operation, JsonNode body, @Nullable String authorization) {}

  private record Answer(int status, String body, Duration delay) {}

  private static final String TARGET = "AWSCognitoIdentityProviderService.";
  private static final JsonMapper JSON = JsonMapper.shared();

  private final HttpServer server;
  private final Map<String, Deque<Answer>> answers = new ConcurrentHashMap<>();
  private final BlockingQueue<Call> calls = new LinkedBlockingQueue<>();

  public ScriptedCognito() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::handle);
    server.start();
  }

  public URI endpoint() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  public ScriptedCognito answers(String operation, String body) {
    return put(operation, new Answer(200, body, Duration.ZERO));
  }

  /** Forgets what the operation was to answer, and gives this one. */
  public ScriptedCognito answersOnly(String operation, String body) {
    answers.remove(operation);
    return answers(operation, body);
  }

  public ScriptedCognito answersLate(String operation, Duration delay, String body) {
    return put(operation, new Answer(200, body, delay));
  }

  public ScriptedCognito refuses(String operation, String type, String message) {
    String body = JSON.writeValueAsString(Map.of("__type", type, "message", message));
    return put(operation, new Answer(400, body, Duration.ZERO));
  }

  public ScriptedCognito fails(String operation, int status) {
    return put(
        operation, new Answer(status, "{\"__type\":\"InternalErrorException\"}", Duration.ZERO));
  }

  /** Every call so far, oldest first. */
  public List<Call> calls() {
    return List.copyOf(calls);
  }

  public List<Call> calls(String operation) {
    return calls.stream().filter(call -> call.operation().equals(operation)).toList();
  }

  /** The next call of this operation, waited for at most 10 s. */
  public Call await(String operation) throws InterruptedException {
    for (int tenths = 0; tenths < 100; tenths++) {
      List<Call> found = calls(operation);
      if (!found.isEmpty()) {
        return found.getFirst();
      }
      TimeUnit.MILLISECONDS.sleep(100);
    }
    throw new AssertionError("No call of " + operation + " within 10 s");
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private ScriptedCognito put(String operation, Answer answer) {
    answers.computeIfAbsent(operation, name -> new ArrayDeque<>()).add(answer);
    return this;
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      String operation =
          exchange.getRequestHeaders().getFirst("X-Amz-Target").substring(TARGET.length());
      JsonNode body = JSON.readTree(exchange.getRequestBody().readAllBytes());
      String authorization = exchange.getRequestHeaders().getFirst("Authorization");
      calls.add(new Call(operation, body, authorization));
      send(exchange, next(operation));
    }
  }

  private synchronized Answer next(String operation) {
    Deque<Answer> scripted = answers.get(operation);
    if (scripted == null) {
      return new Answer(404, "{\"__type\":\"UnknownOperationException\"}", Duration.ZERO);
    }
    return scripted.size() > 1 ? scripted.removeFirst() : scripted.getFirst();
  }

  private static void send(HttpExchange exchange, Answer answer) throws IOException {
    pause(answer.delay());
    byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/x-amz-json-1.1");
    exchange.sendResponseHeaders(answer.status(), bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  private static void pause(Duration delay) {
    try {
      Thread.sleep(delay);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
