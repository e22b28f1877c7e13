package dev.sluice.rehearsal.pool;

import static dev.sluice.rehearsal.pool.call.Answer.JSON;
import static dev.sluice.rehearsal.quota.QuotaCategory.USER_POOL_RESOURCE_READ;

import dev.sluice.rehearsal.pool.call.Answer;
import dev.sluice.rehearsal.pool.call.AppClient;
import dev.sluice.rehearsal.pool.call.Call;
import dev.sluice.rehearsal.pool.call.CognitoError;
import dev.sluice.rehearsal.pool.call.Operation;
import dev.sluice.rehearsal.pool.call.PoolIdentity;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Domains, branding and threat protection: what is set for the pool or for single clients. */
final class PoolSurroundings {
  /** The key, in {@code pool.json}, of settings for all clients. */
  private static final String ALL = "";

  private final PoolIdentity pool;
  private final JsonNode fixed;

  PoolSurroundings(PoolIdentity pool, JsonNode fixed) {
    this.pool = pool;
    this.fixed = fixed;
  }

  /** Returns the one operation that names no pool. */
  Operation domain() {
    return Operation.signed("DescribeUserPoolDomain", USER_POOL_RESOURCE_READ, this::describe);
  }

  List<Operation> operations() {
    return List.of(
        Operation.signed("DescribeRiskConfiguration", USER_POOL_RESOURCE_READ, this::risk),
        Operation.signed("GetUICustomization", USER_POOL_RESOURCE_READ, this::classicStyle),
        Operation.signed(
            "DescribeManagedLoginBrandingByClient",
            USER_POOL_RESOURCE_READ,
            this::managedLoginStyle));
  }

  /**
   * Describes a domain; at AWS a domain that does not exist is no error, but has an empty
   * description.
   */
  private Answer describe(Call call) {
    String name = call.text("Domain");
    ObjectNode description =
        fixed
            .get("domains")
            .valueStream()
            .filter(known -> known.path("Domain").asString("").equals(name))
            .map(known -> ((ObjectNode) known).deepCopy().put("UserPoolId", pool.id()))
            .findFirst()
            .orElseGet(JSON::createObjectNode);
    return Answer.of(JSON.createObjectNode().set("DomainDescription", description));
  }

  private Answer risk(Call call) {
    Optional<AppClient> client = call.optional("ClientId").map(pool::client);
    Optional<ObjectNode> own = client.flatMap(each -> of("risks", each.name()));
    ObjectNode found = own.or(() -> of("risks", ALL)).orElseGet(JSON::createObjectNode);
    found.put("UserPoolId", pool.id());
    own.ifPresent(_ -> found.put("ClientId", client.orElseThrow().id()));
    return Answer.of(JSON.createObjectNode().set("RiskConfiguration", found));
  }

  /** Returns a client's style; a client without a style of its own gets the common one. */
  private Answer classicStyle(Call call) {
    Optional<AppClient> client =
        call.optional("ClientId").filter(id -> !id.equals("ALL")).map(pool::client);
    Optional<ObjectNode> own = client.flatMap(each -> of("classicStyles", each.name()));
    ObjectNode found = own.or(() -> of("classicStyles", ALL)).orElseGet(JSON::createObjectNode);
    found.put("UserPoolId", pool.id());
    found.put("ClientId", own.isPresent() ? client.orElseThrow().id() : "ALL");
    return Answer.of(JSON.createObjectNode().set("UICustomization", found));
  }

  private Answer managedLoginStyle(Call call) {
    AppClient client = pool.client(call.text("ClientId"));
    ObjectNode found =
        of("managedLoginStyles", client.name())
            .orElseThrow(() ->
                CognitoError.notFound("Managed login branding of this client does not exist."));
    found.put("UserPoolId", pool.id());
    return Answer.of(JSON.createObjectNode().set("ManagedLoginBranding", found));
  }

  private Optional<ObjectNode> of(String kind, String client) {
    return fixed.get(kind).get(client) instanceof ObjectNode found
        ? Optional.of(found.deepCopy())
        : Optional.empty();
  }
}
