package dev.sluice.contracts.fusionauth.resource;

import dev.sluice.contracts.fusionauth.store.Ids;
import dev.sluice.contracts.fusionauth.store.Store;
import dev.sluice.contracts.fusionauth.wire.Call;
import dev.sluice.contracts.fusionauth.wire.Errors;
import dev.sluice.contracts.fusionauth.wire.Reply;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code POST /api/user/action}: what prevents a user from logging in. */
public final class ActionEndpoint implements Endpoint {
  private final Store store;

  public ActionEndpoint(Store store) {
    this.store = store;
  }

  @Override
  public Optional<Reply> answer(Call call) {
    return call.is("POST", "user", "action") ? Optional.of(take(call)) : Optional.empty();
  }

  private Reply take(Call call) {
    JsonNode sent = call.body().path("action");
    if (!(sent instanceof ObjectNode action)
        || store.person(call, sent.path("actioneeUserId").asString("")).isEmpty()) {
      return new Errors().invalid("action.actioneeUserId", "").reply();
    }
    ObjectNode taken = action.deepCopy().put("id", Ids.fresh());
    store.actions.add(taken);
    return Reply.ok("action", taken);
  }
}
