package dev.sluice.contracts.fusionauth.resource;

import dev.sluice.contracts.fusionauth.wire.Call;
import dev.sluice.contracts.fusionauth.wire.Reply;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The version, and whether the server is up. */
public final class SystemEndpoint implements Endpoint {
  private volatile String version = "1.69.0";

  public void version(String wanted) {
    version = wanted;
  }

  @Override
  public Optional<Reply> answer(Call call) {
    ObjectNode body = JsonMapper.shared().createObjectNode();
    if (call.is("GET", "status")) {
      return Optional.of(Reply.of(200, body));
    }
    return call.is("GET", "system", "version")
        ? Optional.of(Reply.of(200, body.put("version", version)))
        : Optional.empty();
  }
}
