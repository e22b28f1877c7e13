package dev.sluice.targets.keycloak.users;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** Remembers when our extension said that it could not write in its fastest way, and why. */
public final class SlowWriting {
  private final Map<String, String> reasons = new TreeMap<>();

  /** Looks at the answer to a batch. */
  public synchronized void see(JsonNode answer) {
    String reason = answer.path("whyNotFaster").asString("");
    if (!reason.isEmpty()) {
      reasons.putIfAbsent(answer.path("writer").asString(""), reason);
    }
  }

  /** For an operator; empty when nothing was slow. */
  public synchronized List<String> notices() {
    return reasons.entrySet().stream()
        .map(slow ->
            "Keycloak took users in a slower way (\"%s\") than it could: %s. See \"The import\" in docs/keycloak-extension/operate.md."
                .formatted(slow.getKey(), slow.getValue()))
        .toList();
  }
}
