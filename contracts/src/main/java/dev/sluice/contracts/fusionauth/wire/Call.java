package dev.sluice.contracts.fusionauth.wire;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * One request as it arrived.
 *
 * @param segments of the path after {@code /api}, such as {@code user, import}
 * @param key the API key, where one was sent
 * @param tenant the value of {@code X-FusionAuth-TenantId}, where one was sent
 * @param body missing where there was none
 */
public record Call(
    String method,
    List<String> segments,
    Map<String, List<String>> query,
    Optional<String> key,
    Optional<String> tenant,
    JsonNode body) {
  public Call {
    segments = List.copyOf(segments);
    query = Map.copyOf(query);
  }

  /** Returns the line, such as {@code POST /api/user/import}. */
  public String line() {
    return method + " /api/" + String.join("/", segments);
  }

  public boolean is(String wanted, String... path) {
    return method.equals(wanted) && segments.equals(List.of(path));
  }

  /** Returns the segment at this place; empty where the path is shorter. */
  public String segment(int index) {
    return index < segments.size() ? segments.get(index) : "";
  }

  /** Returns the first value of this name; empty where there is none. */
  public String parameter(String name) {
    List<String> values = query.getOrDefault(name, List.of());
    return values.isEmpty() ? "" : values.getFirst();
  }

  public String text(String... path) {
    JsonNode node = body;
    for (String name : path) {
      node = node.path(name);
    }
    return node.asString("");
  }
}
