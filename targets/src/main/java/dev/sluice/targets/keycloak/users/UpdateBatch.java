package dev.sluice.targets.keycloak.users;

import dev.sluice.api.target.TargetException;
import dev.sluice.api.target.provision.SourceNames;
import dev.sluice.api.target.user.PlannedUpdate;
import dev.sluice.api.target.user.UpdateOutcome;
import dev.sluice.api.user.UserId;
import dev.sluice.targets.PlannedUserJson;
import dev.sluice.targets.http.TroubleException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Users to update or remove in one request, and the answer.
 *
 * @param path the extension's path below the realm
 */
public record UpdateBatch(String path, List<UserId> users, ObjectNode request) {
  /**
   * Users in a request. Cognito's largest user has 50 attributes of 2,048 bytes (developer guide,
   * quotas), so these always fit into the 10 MiB that Keycloak takes.
   */
  private static final int USERS = 50;

  /** How long to wait before asking the extension again about a deferred user. */
  private static final Duration PUT_OFF = Duration.ofSeconds(2);

  public static List<UpdateBatch> updates(List<PlannedUpdate> users, SourceNames names) {
    List<UpdateBatch> batches = new ArrayList<>();
    for (int from = 0; from < users.size(); from += USERS) {
      List<PlannedUpdate> some = users.subList(from, Math.min(from + USERS, users.size()));
      ObjectNode request = JsonMapper.shared().createObjectNode();
      names.attributes().stream().sorted().forEach(request.putArray("attributes")::add);
      names.groups().stream().sorted().forEach(request.putArray("groups")::add);
      ArrayNode updates = request.putArray("updates");
      for (PlannedUpdate update : some) {
        ObjectNode json = updates.addObject().put("mayEnable", update.mayEnable());
        json.set("user", PlannedUserJson.of(update.user()));
      }
      batches.add(
          new UpdateBatch(
              "/sluice/updates", some.stream().map(PlannedUpdate::id).toList(), request));
    }
    return batches;
  }

  public static List<UpdateBatch> removals(List<UserId> users) {
    return ofIds("/sluice/removals", users);
  }

  public static List<UpdateBatch> relinks(List<UserId> users) {
    return ofIds("/sluice/relinks", users);
  }

  private static List<UpdateBatch> ofIds(String path, List<UserId> users) {
    List<UpdateBatch> batches = new ArrayList<>();
    for (int from = 0; from < users.size(); from += USERS) {
      List<UserId> some = users.subList(from, Math.min(from + USERS, users.size()));
      ObjectNode request = JsonMapper.shared().createObjectNode();
      ArrayNode ids = request.putArray("ids");
      some.forEach(id -> ids.add(id.value()));
      batches.add(new UpdateBatch(path, some, request));
    }
    return batches;
  }

  /** Returns the same trouble for all users. */
  public List<UpdateOutcome> allLater(TroubleException trouble) {
    return users.stream()
        .<UpdateOutcome>map(
            user -> new UpdateOutcome.TryLater(user, trouble.after(), trouble.told()))
        .toList();
  }

  /**
   * Returns the outcomes in the order of the users.
   *
   * @throws TargetException if the answer is not about exactly these users in this order
   */
  public List<UpdateOutcome> outcomes(JsonNode answer) {
    JsonNode outcomes = answer.path("outcomes");
    if (outcomes.size() != users.size()) {
      throw UserBatch.unbelievable(outcomes.size() + " outcomes for " + users.size() + " users");
    }
    List<UpdateOutcome> believed = new ArrayList<>(users.size());
    for (int i = 0; i < users.size(); i++) {
      believed.add(outcome(i, users.get(i), outcomes.get(i)));
    }
    return believed;
  }

  private static UpdateOutcome outcome(int index, UserId id, JsonNode outcome) {
    String answered = outcome.path("id").asString("");
    if (!answered.equals(id.value())) {
      throw UserBatch.unbelievable(
          "outcome " + index + " is about \"" + answered + "\", not \"" + id + "\"");
    }
    String problem = outcome.path("problem").asString("Keycloak did not say why.");
    String result = outcome.path("outcome").asString("");
    return switch (result) {
      case "done" -> new UpdateOutcome.Done(id);
      case "in-charge" -> new UpdateOutcome.InCharge(id);
      case "not-there" -> new UpdateOutcome.NotThere(id);
      case "refused" ->
          new UpdateOutcome.Refused(id, problem, outcome.path("taken").asBoolean(false));
      case "try-later" -> new UpdateOutcome.TryLater(id, PUT_OFF, problem);
      default -> throw UserBatch.unbelievable("outcome " + index + " is \"" + result + "\"");
    };
  }
}
