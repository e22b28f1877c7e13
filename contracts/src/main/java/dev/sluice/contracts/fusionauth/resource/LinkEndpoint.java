package dev.sluice.contracts.fusionauth.resource;

import dev.sluice.contracts.fusionauth.store.Person;
import dev.sluice.contracts.fusionauth.store.Store;
import dev.sluice.contracts.fusionauth.wire.Call;
import dev.sluice.contracts.fusionauth.wire.Errors;
import dev.sluice.contracts.fusionauth.wire.Reply;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code /api/identity-provider/link}: accounts at other providers; each lets one user in. */
public final class LinkEndpoint implements Endpoint {
  private static final String PROVIDER = "identityProviderId";
  private static final String ACCOUNT = "identityProviderUserId";
  private static final String FIELD = "identityProviderLink";

  private final Store store;

  public LinkEndpoint(Store store) {
    this.store = store;
  }

  @Override
  public Optional<Reply> answer(Call call) {
    if (!call.segments().equals(List.of("identity-provider", "link"))) {
      return Optional.empty();
    }
    return Optional.of(
        switch (call.method()) {
          case "POST" -> link(call);
          case "GET" -> read(call);
          case "DELETE" -> unlink(call);
          default -> Reply.of(405);
        });
  }

  private Reply link(Call call) {
    JsonNode sent = call.body().path(FIELD);
    String provider = sent.path(PROVIDER).asString("");
    String tenant = store.tenantOf(call);
    Errors errors = new Errors();
    if (sent.path(ACCOUNT).asString("").isEmpty()) {
      errors.missing(FIELD + "." + ACCOUNT);
    }
    Optional<ObjectNode> known =
        store
            .identityProviders
            .find(provider)
            .filter(it -> it.path("tenantId").asString(tenant).equals(tenant));
    if (known.isEmpty()) {
      errors.invalid(FIELD + "." + PROVIDER, provider);
    }
    Optional<Person> user = store.person(call, sent.path("userId").asString(""));
    if (user.isEmpty()) {
      errors.invalid(FIELD + ".userId", sent.path("userId").asString(""));
    }
    Optional<ObjectNode> there = find(call, provider, sent.path(ACCOUNT).asString(""));
    if (there.isPresent()) {
      errors.duplicate(FIELD + "." + ACCOUNT, "Link", ACCOUNT, sent.path(ACCOUNT).asString(""));
    }
    if (!errors.isEmpty()) {
      return errors.reply();
    }
    ObjectNode link = ((ObjectNode) sent).deepCopy();
    link.put("tenantId", tenant);
    link.put("insertInstant", System.currentTimeMillis());
    known.ifPresent(its -> link.put("identityProviderName", its.path("name").asString("")));
    known.ifPresent(its -> link.put("identityProviderType", its.path("type").asString("")));
    store.links.add(link);
    return Reply.ok(FIELD, link);
  }

  private Optional<ObjectNode> find(Call call, String provider, String account) {
    return store.links.stream()
        .filter(link -> link.path("tenantId").asString("").equals(store.tenantOf(call)))
        .filter(link -> link.path(PROVIDER).asString("").equalsIgnoreCase(provider))
        .filter(link -> link.path(ACCOUNT).asString("").equals(account))
        .findFirst();
  }

  private Reply read(Call call) {
    String provider = call.parameter(PROVIDER);
    if (!call.parameter(ACCOUNT).isEmpty()) {
      return find(call, provider, call.parameter(ACCOUNT))
          .map(link -> Reply.ok(FIELD, link))
          .orElseGet(Reply::missing);
    }
    ArrayNode links = JsonMapper.shared().createArrayNode();
    store.links.stream()
        .filter(link -> link.path("userId").asString("").equals(call.parameter("userId")))
        .filter(link ->
            provider.isEmpty() || link.path(PROVIDER).asString("").equalsIgnoreCase(provider))
        .forEach(links::add);
    return Reply.ok(FIELD + "s", links);
  }

  private Reply unlink(Call call) {
    Optional<ObjectNode> link = find(call, call.parameter(PROVIDER), call.parameter(ACCOUNT));
    link.ifPresent(store.links::remove);
    return link.map(gone -> Reply.ok(FIELD, gone)).orElseGet(Reply::missing);
  }
}
