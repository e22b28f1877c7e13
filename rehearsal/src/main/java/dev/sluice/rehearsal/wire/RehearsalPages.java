package dev.sluice.rehearsal.wire;

import com.sun.net.httpserver.HttpExchange;
import dev.sluice.rehearsal.fault.Faults;
import dev.sluice.rehearsal.pool.call.Answer;
import dev.sluice.rehearsal.user.AuthenticatorApp;
import dev.sluice.rehearsal.user.HostileKind;
import dev.sluice.rehearsal.user.MadeUser;
import dev.sluice.rehearsal.user.MadeUsers;
import dev.sluice.rehearsal.user.UserKind;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Pages for people about the pool itself, below {@code /rehearsal/}: faults, counts, logins to try.
 */
public final class RehearsalPages {

  private static final int MOST_USERS = 1000;

  private final Faults faults;
  private final CallMeter meter;
  private final MadeUsers users;
  private final CodePage codes;

  public RehearsalPages(Faults faults, CallMeter meter, MadeUsers users, CodePage codes) {
    this.faults = faults;
    this.meter = meter;
    this.users = users;
    this.codes = codes;
  }

  void handle(HttpExchange exchange) throws IOException {
    String asked = exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath();
    byte[] body = exchange.getRequestBody().readAllBytes();
    try {
      send(exchange, 200, page(asked, exchange, body));
    } catch (IllegalArgumentException wrong) {
      ObjectNode error = Answer.JSON.createObjectNode().put("error", wrong.getMessage());
      send(exchange, 400, error);
    }
  }

  private JsonNode page(String asked, HttpExchange exchange, byte[] body) {
    return switch (asked) {
      case "GET /rehearsal/faults" -> faults();
      case "PUT /rehearsal/faults" -> {
        FaultsJson.replace(faults, json(body));
        yield faults();
      }
      case "DELETE /rehearsal/faults" -> {
        faults.clear();
        yield faults();
      }
      case "GET /rehearsal/calls" -> calls();
      case "GET /rehearsal/users" -> users(query(exchange.getRequestURI().getRawQuery()));
      case "GET /rehearsal/codes" -> codes.of(query(exchange.getRequestURI().getRawQuery()));
      default ->
          throw new IllegalArgumentException(
              asked
                  + " is not known. There are GET, PUT and DELETE /rehearsal/faults, GET /rehearsal/calls, GET /rehearsal/users?kind=&limit= and GET /rehearsal/codes?login=.");
    };
  }

  private static JsonNode json(byte[] body) {
    try {
      return Answer.JSON.readTree(body);
    } catch (JacksonException e) {
      throw new IllegalArgumentException("The body is not JSON: " + e.getOriginalMessage(), e);
    }
  }

  private JsonNode faults() {
    ObjectNode answer = Answer.JSON.createObjectNode();
    ArrayNode list = answer.putArray("faults");
    faults.inWords().forEach(list::add);
    return answer;
  }

  private JsonNode calls() {
    ObjectNode answer = Answer.JSON.createObjectNode();
    ObjectNode operations = answer.putObject("byOperation");
    meter.byOperation().forEach(operations::put);
    ObjectNode errors = answer.putObject("byError");
    meter.byError().forEach(errors::put);
    return answer;
  }

  private JsonNode users(Map<String, String> query) {
    int limit = limit(query.getOrDefault("limit", "10"));
    String kind = query.get("kind");
    Stream<MadeUser> found =
        kind == null
            ? LongStream.range(0, users.shape().users()).mapToObj(users::user)
            : ofKind(kind);
    ObjectNode answer = Answer.JSON.createObjectNode();
    ArrayNode list = answer.putArray("users");
    found.limit(limit).forEach(user -> list.add(describe(user)));
    return answer;
  }

  private static ObjectNode describe(MadeUser user) {
    ObjectNode description =
        Answer.JSON
            .createObjectNode()
            .put("kind", user.kind().name())
            .put("login", user.login())
            .put("password", user.password())
            .put("sub", user.sub())
            .put("email", user.email().orElse(null))
            .put("phone", user.phone().orElse(null))
            .put("status", user.status().name())
            .put("enabled", user.enabled())
            .put("canLogIn", user.canLogIn());
    if (user.hasApp()) {
      description.put("appSecret", AuthenticatorApp.of(user).secret());
    }
    return description;
  }

  private static int limit(String text) {
    int limit = text.matches("\\d{1,4}") ? Integer.parseInt(text) : 0;
    if (limit < 1 || limit > MOST_USERS) {
      throw new IllegalArgumentException("limit is 1 to " + MOST_USERS + ", not \"" + text + "\".");
    }
    return limit;
  }

  private Stream<MadeUser> ofKind(String name) {
    String wanted = name.toUpperCase(Locale.ROOT).replace('-', '_');
    Stream<Stream<MadeUser>> found =
        Stream.concat(
            Arrays.stream(UserKind.values())
                .filter(kind -> kind.name().equals(wanted))
                .map(users::ofKind),
            Arrays.stream(HostileKind.values())
                .filter(kind -> kind.name().equals(wanted))
                .map(users::ofKind));
    return found
        .findFirst()
        .orElseThrow(() ->
            new IllegalArgumentException(
                "There is no kind \"%s\". The kinds are %s and, in pools with hostile users, %s."
                    .formatted(
                        name,
                        Arrays.toString(UserKind.values()),
                        Arrays.toString(HostileKind.values()))));
  }

  private static Map<String, String> query(String raw) {
    return raw == null
        ? Map.of()
        : Arrays.stream(raw.split("&"))
            .map(pair -> pair.split("=", 2))
            .filter(pair -> pair.length == 2)
            .collect(
                Collectors.toMap(
                    pair -> pair[0],
                    pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8),
                    (first, second) -> second));
  }

  private static void send(HttpExchange exchange, int status, JsonNode body) throws IOException {
    WireServer.send(
        exchange, status, "application/json; charset=utf-8", Answer.JSON.writeValueAsBytes(body));
  }
}
