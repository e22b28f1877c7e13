package dev.sluice.rehearsal.wire;

import dev.sluice.rehearsal.fault.Fault;
import dev.sluice.rehearsal.fault.Faults;
import java.time.Duration;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Reads faults as people write them. */
final class FaultsJson {

  private FaultsJson() {}

  /** Replaces all faults with those of the JSON; leaves them unchanged when one is wrong. */
  static void replace(Faults faults, JsonNode json) {
    if (!json.path("faults").isArray()) {
      throw new IllegalArgumentException(
          "Send {\"faults\":[{\"operation\":\"ListUsers\",\"fault\":\"throttled\",\"next\":3}]}.");
    }
    add(new Faults(), json);
    faults.clear();
    add(faults, json);
  }

  private static void add(Faults faults, JsonNode json) {
    List<JsonNode> rules = json.path("faults").valueStream().toList();
    for (int at = 0; at < rules.size(); at++) {
      try {
        add(faults, rules.get(at).path("operation").asString(Faults.ANY), rules.get(at));
      } catch (IllegalArgumentException wrong) {
        throw new IllegalArgumentException("faults[" + at + "]: " + wrong.getMessage(), wrong);
      }
    }
  }

  private static void add(Faults faults, String operation, JsonNode rule) {
    boolean hasNext = rule.path("next").isInt();
    if (hasNext == rule.path("share").isNumber()) {
      throw new IllegalArgumentException(
          "give either \"next\", a number of calls, or \"share\", above 0 and at most 1.");
    }
    if (hasNext) {
      faults.next(rule.path("next").intValue(), operation, fault(rule));
    } else {
      faults.share(rule.path("share").doubleValue(), operation, fault(rule));
    }
  }

  private static Fault fault(JsonNode rule) {
    String name = rule.path("fault").asString("");
    return switch (name) {
      case "throttled" -> new Fault.Throttled();
      case "server-error" -> new Fault.ServerError();
      case "hang" -> new Fault.Hang(time(rule));
      case "slow" -> new Fault.Slow(time(rule));
      case "connection-closed" -> new Fault.ConnectionClosed();
      case "trigger-failed" ->
          new Fault.TriggerFailed(
              rule.path("message").asString("PreAuthentication failed with error on request."));
      case "page-token-refused" -> new Fault.PageTokenRefused();
      case "forbidden" -> new Fault.Forbidden();
      case "threat-protection" -> new Fault.ThreatProtection();
      case "challenge" -> new Fault.Challenge(text(rule, "name"));
      case "failure" -> new Fault.Failure(text(rule, "type"), text(rule, "message"));
      default ->
          throw new IllegalArgumentException(
              "there is no fault \""
                  + name
                  + "\". There are throttled, server-error, hang, slow, connection-closed, trigger-failed, page-token-refused, forbidden, threat-protection, challenge and failure.");
    };
  }

  private static Duration time(JsonNode rule) {
    double seconds = rule.path("seconds").asDouble(0);
    if (!(seconds > 0 && seconds <= 600)) {
      throw new IllegalArgumentException("give \"seconds\", above 0 and at most 600.");
    }
    return Duration.ofMillis(Math.round(seconds * 1000));
  }

  private static String text(JsonNode rule, String field) {
    String text = rule.path(field).asString("");
    if (text.isEmpty()) {
      throw new IllegalArgumentException("give \"" + field + "\".");
    }
    return text;
  }
}
