package dev.sluice.targets.keycloak;

import dev.sluice.migration.target.TargetException;
import dev.sluice.migration.target.WriteOutcome;
import dev.sluice.migration.user.PlannedUser;
import dev.sluice.migration.user.UserId;
import dev.sluice.targets.PlannedUserJson;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** One batch on its way through our extension: the request, and the answer where it fits. */
record UserBatch(List<PlannedUser> users) {
  /** How long to wait before the extension is asked again about a user it put off. */
  private static final Duration PUT_OFF = Duration.ofSeconds(2);

  ObjectNode request() {
    ObjectNode request = JsonMapper.shared().createObjectNode();
    ArrayNode all = request.putArray("users");
    users.forEach(user -> all.add(PlannedUserJson.of(user)));
    return request;
  }

  /** The same trouble for everybody. */
  List<WriteOutcome> allLater(TroubleException trouble) {
    return users.stream()
        .<WriteOutcome>map(
            user -> new WriteOutcome.TryLater(user.id(), trouble.after(), trouble.told()))
        .toList();
  }

  /**
   * The outcomes in the order of the users.
   *
   * @throws TargetException when the answer is not about exactly these users in this order
   */
  List<WriteOutcome> outcomes(JsonNode answer) {
    JsonNode outcomes = answer.path("outcomes");
    if (outcomes.size() != users.size()) {
      throw unbelievable(outcomes.size() + " outcomes for " + users.size() + " users");
    }
    List<WriteOutcome> believed = new ArrayList<>(users.size());
    for (int i = 0; i < users.size(); i++) {
      believed.add(outcome(i, users.get(i).id(), outcomes.get(i)));
    }
    return believed;
  }

  private static WriteOutcome outcome(int index, UserId id, JsonNode outcome) {
    String answered = outcome.path("id").asString("");
    if (!answered.equals(id.value())) {
      throw unbelievable("outcome " + index + " is about \"" + answered + "\", not \"" + id + "\"");
    }
    String problem = outcome.path("problem").asString("Keycloak did not say why.");
    String fate = outcome.path("outcome").asString("");
    return switch (fate) {
      case "created" -> new WriteOutcome.Created(id);
      case "already-there" -> new WriteOutcome.AlreadyThere(id);
      case "refused" -> new WriteOutcome.Refused(id, problem);
      case "try-later" -> new WriteOutcome.TryLater(id, PUT_OFF, problem);
      default -> throw unbelievable("outcome " + index + " is \"" + fate + "\"");
    };
  }

  private static TargetException unbelievable(String what) {
    return new TargetException(
        "Sluice's extension in Keycloak gave an answer that cannot be right: "
            + what
            + ". Nothing of it was believed. See whether the extension is the one that came with"
            + " this version of Sluice, and whether something between the two changes answers.");
  }
}
