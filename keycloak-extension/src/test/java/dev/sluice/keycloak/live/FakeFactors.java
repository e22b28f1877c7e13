package dev.sluice.keycloak.live;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** The second factors behind a fake gateway. */
final class FakeFactors {
  private record Expected(String userId, String code) {}

  private final Map<String, Expected> challenges = new ConcurrentHashMap<>();
  private final Map<String, String> secondFactors = new ConcurrentHashMap<>();
  private final List<String> asked = new CopyOnWriteArrayList<>();

  /** The factor as it is sent along with a proven password. */
  String ask(String userId, String kind, String code) {
    String challenge = kind + "-of-" + userId;
    challenges.put(challenge, new Expected(userId, code));
    return switch (kind) {
      case "CHOICE" ->
          "{\"kind\":\"CHOICE\",\"kinds\":[\"SMS\",\"TOTP\"],\"challenge\":\"%s\"}"
              .formatted(challenge);
      case "SMS" -> sent("SMS", "+*******1234", challenge);
      case "EMAIL" -> sent("EMAIL", "q***@e***", challenge);
      default -> "{\"kind\":\"%s\",\"challenge\":\"%s\"}".formatted(kind, challenge);
    };
  }

  private static String sent(String kind, String destination, String challenge) {
    return "{\"kind\":\"%s\",\"destination\":\"%s\",\"challenge\":\"%s\"}"
        .formatted(kind, destination, challenge);
  }

  void stand(String userId, String secondFactor) {
    secondFactors.put(userId, secondFactor);
  }

  void expire(String userId) {
    challenges.values().removeIf(expected -> expected.userId().equals(userId));
  }

  long asked(String userId) {
    return asked.stream().filter(userId::equals).count();
  }

  FakeGateway.Answer secondFactor(String userId) {
    return new FakeGateway.Answer(
        200, "{\"secondFactor\":\"%s\"}".formatted(secondFactors.getOrDefault(userId, "no")));
  }

  FakeGateway.Answer judge(JsonNode body) {
    Expected expected = challenges.get(body.path("challenge").asText());
    if (expected == null) {
      return refused("challenge-expired");
    }
    asked.add(expected.userId());
    if (body.has("kind")) {
      String factor = ask(expected.userId(), body.path("kind").asText(), expected.code());
      return new FakeGateway.Answer(200, "{\"verdict\":\"asked\",\"factor\":%s}".formatted(factor));
    }
    return body.path("code").asText().equals(expected.code())
        ? new FakeGateway.Answer(
            200, "{\"verdict\":\"proven\",\"userId\":\"%s\"}".formatted(expected.userId()))
        : refused("wrong-code");
  }

  private static FakeGateway.Answer refused(String reason) {
    return new FakeGateway.Answer(
        200, "{\"verdict\":\"refused\",\"reason\":\"%s\"}".formatted(reason));
  }
}
