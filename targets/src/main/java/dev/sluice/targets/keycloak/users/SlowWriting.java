package dev.sluice.targets.keycloak.users;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** Records why our extension could not use its fastest way of writing. */
public final class SlowWriting {
  private final Map<String, String> reasons = new TreeMap<>();

  /** Records the reason in the answer to a batch. */
  public synchronized void see(JsonNode answer) {
    String reason = answer.path("whyNotFaster").asString("");
    if (!reason.isEmpty()) {
      reasons.putIfAbsent(answer.path("writer").asString(""), reason);
    }
  }

  /** Returns a notice for the operator; empty if nothing was slow. */
  public synchronized List<String> notices() {
    return reasons.entrySet().stream()
        .map(slow ->
            ("Keycloak wrote users with a slower method (\"%s\") than possible: %s. See \"The"
                    + " import\" in docs/keycloak-extension/operate.md.")
                .formatted(slow.getKey(), slow.getValue()))
        .toList();
  }
}
