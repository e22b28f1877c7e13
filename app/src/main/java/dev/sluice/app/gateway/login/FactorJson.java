package dev.sluice.app.gateway.login;

import dev.sluice.api.source.Challenge;
import dev.sluice.migration.login.FactorAnswer;
import dev.sluice.migration.login.FactorAsked;
import org.springframework.http.ResponseEntity;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Formats second-factor challenges and outcomes for the wire. */
final class FactorJson {
  private static final JsonMapper MAPPER = JsonMapper.shared();

  private final ChallengeSeal seal;

  FactorJson(ChallengeSeal seal) {
    this.seal = seal;
  }

  ObjectNode of(FactorAsked asked) {
    Challenge challenge = asked.challenge();
    ObjectNode json = MAPPER.createObjectNode();
    json.put("kind", challenge.factor().name());
    if (!challenge.choices().isEmpty()) {
      ArrayNode kinds = json.putArray("kinds");
      challenge.choices().forEach(kind -> kinds.add(kind.name()));
    }
    if (challenge.destination() != null) {
      json.put("destination", challenge.destination());
    }
    return json.put("challenge", seal.seal(asked));
  }

  ResponseEntity<JsonNode> of(FactorAnswer answer) {
    return switch (answer) {
      case FactorAnswer.Proven(var user) ->
          ResponseEntity.ok(verdict("proven").put("userId", user.value()));
      case FactorAnswer.Asked(var factor) ->
          ResponseEntity.ok(verdict("asked").set("factor", of(factor)));
      case FactorAnswer.Refused(var reason) -> FirstLoginAnswerJson.refused(reason);
      case FactorAnswer.None none -> FirstLoginAnswerJson.none(none.reason(), none.retryAfter());
    };
  }

  private static ObjectNode verdict(String word) {
    return MAPPER.createObjectNode().put("verdict", word);
  }
}
