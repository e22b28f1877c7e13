package dev.sluice.contracts.fusionauth.wire;

import java.util.HashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * One answer.
 *
 * @param body missing where there is none
 */
public record Reply(int status, JsonNode body, Map<String, String> headers) {
  public Reply {
    headers = Map.copyOf(headers);
  }

  /** Returns an answer without a body. */
  public static Reply of(int status) {
    return new Reply(status, MissingNode.getInstance(), Map.of());
  }

  public static Reply of(int status, JsonNode body) {
    return new Reply(status, body, Map.of());
  }

  /** Returns the same answer with a header. */
  public Reply with(String header, String value) {
    Map<String, String> more = new HashMap<>(headers);
    more.put(header, value);
    return new Reply(status, body, more);
  }

  public static Reply ok(String name, JsonNode value) {
    ObjectNode body = JsonMapper.shared().createObjectNode();
    body.set(name, value);
    return of(200, body);
  }

  /** Returns the answer for something that does not exist: FusionAuth says no more than that. */
  public static Reply missing() {
    return of(404);
  }

  public boolean isOk() {
    return status / 100 == 2;
  }
}
