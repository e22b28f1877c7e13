package dev.sluice.keycloak.live;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/** A gateway that answers as it is told and remembers what it was asked. */
final class FakeGateway implements AutoCloseable {
  static final String TOKEN = "token-of-the-fake-gateway";

  /** A call that arrived with the right token. */
  record Call(String path, JsonNode body) {}

  /** What to answer. */
  record Answer(int status, String body) {}

  private static final String USERS = "/v1/users/";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpServer server;
  private final Map<String, String> passwords = new ConcurrentHashMap<>();
  private final Map<String, String> provenAnswers = new ConcurrentHashMap<>();
  private final Map<String, Answer> answers = new ConcurrentHashMap<>();
  private final List<Call> calls = new CopyOnWriteArrayList<>();
  private final Set<String> slow = ConcurrentHashMap.newKeySet();
  private final Map<String, Runnable> meanwhile = new ConcurrentHashMap<>();
  private final Set<String> failing = ConcurrentHashMap.newKeySet();
  private final Map<String, String> unsettleable = new ConcurrentHashMap<>();
  private final AtomicInteger failed = new AtomicInteger();
  private final Set<String> taken = ConcurrentHashMap.newKeySet();
  private final Set<String> merged = ConcurrentHashMap.newKeySet();
  private final FakeFactors factors = new FakeFactors();
  private volatile boolean down;

  FakeGateway() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
      server.createContext("/", this::handle);
      server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
      server.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** From now on this login has this password, and proving it answers with this user. */
  void knows(String login, String password, String user, String... then) {
    passwords.put(login, password);
    provenAnswers.put(
        login,
        "{\"verdict\":\"proven\",\"user\":%s,\"then\":%s}"
            .formatted(user, JSON.valueToTree(List.of(then))));
  }

  /** From now on proving this login's password asks for a factor, and for more after that. */
  void asks(
      String login, String password, ObjectNode user, String kind, String code, String... then) {
    asksFor(user.path("id").asText(), login, password, user, kind, code, then);
  }

  /** The same, but what it asks for is the factor of the user with this id. */
  void asksFor(
      String owner,
      String login,
      String password,
      ObjectNode user,
      String kind,
      String code,
      String... then) {
    passwords.put(login, password);
    List<String> owed = Stream.concat(Stream.of("SECOND_FACTOR"), Stream.of(then)).toList();
    String factor = factors.ask(owner, kind, code);
    provenAnswers.put(
        login,
        "{\"verdict\":\"proven\",\"user\":%s,\"then\":%s,\"factor\":%s}"
            .formatted(user, JSON.valueToTree(owed), factor));
  }

  /** From now on this user's factor is told so: yes, no or unknown. */
  void secondFactor(String userId, String standing) {
    factors.stand(userId, standing);
  }

  /** How often codes were judged, or kinds chosen, for this user. */
  long codes(String userId) {
    return factors.asked(userId);
  }

  /** As after its 3 minutes. */
  void expire(String userId) {
    factors.expire(userId);
  }

  /** From now on this login gets this answer, whatever the password. */
  void answers(String login, int status, String body) {
    answers.put(login, new Answer(status, body));
  }

  /** While down it answers HTTP 500 to everything, and notes nothing. */
  void down(boolean value) {
    down = value;
  }

  /** From now on this login is judged by its password again. */
  void forget(String login) {
    answers.remove(login);
  }

  /** From now on this login's answer takes longer than anybody waits. */
  void slow(String login) {
    slow.add(login);
  }

  /** What happens while this login waits for its answer, each time. */
  void meanwhile(String login, Runnable event) {
    meanwhile.put(login, event);
  }

  /** While failing, calls of this path are answered with HTTP 500. */
  void failing(String path, boolean value) {
    if (value) {
      failing.add(path);
    } else {
      failing.remove(path);
    }
  }

  /** From now on settling this user is answered with HTTP 404 and this content type. */
  void doesNotKnow(String userId, String contentType) {
    unsettleable.put(userId, contentType);
  }

  /** From now on this login is of somebody who has not moved. */
  void hasTaken(String login) {
    taken.add(login);
  }

  /** From now on this login is of a profile that another one moves in place of. */
  void hasMerged(String login) {
    merged.add(login);
  }

  /** How many calls were answered with HTTP 500. */
  int failed() {
    return failed.get();
  }

  List<JsonNode> asked(String login) {
    return bodies("/v1/first-login").stream()
        .filter(body -> body.path("login").asText().equals(login))
        .toList();
  }

  List<JsonNode> bodies(String path) {
    return calls.stream().filter(call -> call.path().equals(path)).map(Call::body).toList();
  }

  List<String> settled(String userId) {
    return bodies("/v1/settled").stream()
        .filter(body -> body.path("userId").asText().equals(userId))
        .map(body -> body.path("by").asText())
        .toList();
  }

  private void handle(HttpExchange exchange) throws IOException {
    JsonNode body = JSON.readTree(exchange.getRequestBody().readAllBytes());
    String token = exchange.getRequestHeaders().getFirst("Authorization");
    String path = exchange.getRequestURI().getPath();
    if (down || failing.contains(path)) {
      failed.incrementAndGet();
      reply(exchange, new Answer(500, ""));
      return;
    }
    if (!("Bearer " + TOKEN).equals(token)) {
      reply(exchange, new Answer(401, ""));
      return;
    }
    calls.add(new Call(path, body));
    String contentType = unsettleable.get(body.path("userId").asText());
    if (path.equals("/v1/first-login/code")) {
      reply(exchange, factors.judge(body));
    } else if (path.endsWith("/second-factor")) {
      reply(exchange, factors.secondFactor(path.split("/")[3]));
    } else if (path.equals("/v1/settled") && contentType != null) {
      exchange.getResponseHeaders().add("Content-Type", contentType);
      reply(exchange, new Answer(404, "{}"));
    } else if (path.startsWith(USERS)) {
      tellOf(exchange, path.substring(USERS.length()));
    } else {
      reply(exchange, path.equals("/v1/first-login") ? judge(body) : new Answer(204, ""));
    }
  }

  private void tellOf(HttpExchange exchange, String login) throws IOException {
    if (taken.contains(login)) {
      reply(exchange, new Answer(200, "{\"state\":\"DISCOVERED\",\"takenAtSource\":true}"));
    } else if (merged.contains(login)) {
      reply(exchange, new Answer(200, "{\"state\":\"MERGED\",\"takenAtSource\":false}"));
    } else {
      exchange.getResponseHeaders().add("Content-Type", "application/problem+json");
      reply(exchange, new Answer(404, "{}"));
    }
  }

  private Answer judge(JsonNode body) {
    String login = body.path("login").asText();
    if (slow.contains(login)) {
      LockSupport.parkNanos(Duration.ofSeconds(4).toNanos());
    }
    meanwhile.getOrDefault(login, () -> {}).run();
    Answer fixed = answers.get(login);
    if (fixed != null) {
      return fixed;
    }
    return body.path("password").asText().equals(passwords.get(login))
        ? new Answer(200, provenAnswers.getOrDefault(login, ""))
        : new Answer(200, "{\"verdict\":\"refused\",\"reason\":\"wrong-password\"}");
  }

  private static void reply(HttpExchange exchange, Answer answer) throws IOException {
    byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
    if (answer.status() == 503) {
      exchange.getResponseHeaders().add("Retry-After", "7");
    }
    exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
