package dev.sluice.rehearsal.pool;

import static dev.sluice.rehearsal.pool.call.Answer.JSON;
import static dev.sluice.rehearsal.quota.QuotaCategory.USER_POOL_CLIENT_READ;
import static dev.sluice.rehearsal.quota.QuotaCategory.USER_POOL_READ;
import static dev.sluice.rehearsal.quota.QuotaCategory.USER_POOL_RESOURCE_READ;

import dev.sluice.rehearsal.pool.call.Answer;
import dev.sluice.rehearsal.pool.call.AppClient;
import dev.sluice.rehearsal.pool.call.Call;
import dev.sluice.rehearsal.pool.call.CognitoError;
import dev.sluice.rehearsal.pool.call.Directory;
import dev.sluice.rehearsal.pool.call.Lists;
import dev.sluice.rehearsal.pool.call.Operation;
import dev.sluice.rehearsal.pool.call.PageTokens;
import dev.sluice.rehearsal.pool.call.PoolIdentity;
import dev.sluice.rehearsal.user.SignInBy;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The pool's configuration, app clients, identity providers and resource servers.
 *
 * <p>Settings that do not depend on the options are in {@code pool.json} beside this class.
 */
final class PoolDescription {

  private static final int PAGE = 60;

  /** The largest page of this list (service model, ListResourceServersLimitType). */
  private static final int SERVERS_PAGE = 50;

  private static final String ACCOUNT = "000000000000";

  private final PoolIdentity pool;
  private final Directory directory;
  private final Lists lists;
  private final JsonNode fixed;

  PoolDescription(PoolIdentity pool, Directory directory, PageTokens tokens, JsonNode fixed) {
    this.pool = pool;
    this.directory = directory;
    this.lists = new Lists(tokens);
    this.fixed = fixed;
  }

  List<Operation> operations() {
    return List.of(
        Operation.signed("DescribeUserPool", USER_POOL_READ, call -> describePool()),
        Operation.signed("ListUserPoolClients", USER_POOL_CLIENT_READ, this::listClients),
        Operation.signed("DescribeUserPoolClient", USER_POOL_CLIENT_READ, this::describeClient),
        Operation.signed(
            "GetUserPoolMfaConfig",
            USER_POOL_RESOURCE_READ,
            call -> Answer.of(fixed.get("mfaConfig"))),
        Operation.signed("ListIdentityProviders", USER_POOL_RESOURCE_READ, this::listProviders),
        Operation.signed(
            "DescribeIdentityProvider", USER_POOL_RESOURCE_READ, this::describeProvider),
        Operation.signed("ListResourceServers", USER_POOL_RESOURCE_READ, this::listServers),
        Operation.signed("DescribeResourceServer", USER_POOL_RESOURCE_READ, this::describeServer));
  }

  private Answer describePool() {
    ObjectNode description = ((ObjectNode) fixed.get("userPool")).deepCopy();
    description.put("Id", pool.id());
    description.put(
        "Arn", "arn:aws:cognito-idp:" + pool.region() + ":" + ACCOUNT + ":userpool/" + pool.id());
    description.put("EstimatedNumberOfUsers", directory.size());
    putLogins(description, directory.signInBy());
    description
        .putObject("UsernameConfiguration")
        .put("CaseSensitive", directory.made().shape().caseSensitive());
    return Answer.of(JSON.createObjectNode().set("UserPool", description));
  }

  /** A pool has one of the two lists or, if people log in by username alone, none. */
  private static void putLogins(ObjectNode description, SignInBy signInBy) {
    if (signInBy == SignInBy.USERNAME) {
      return;
    }
    ArrayNode logins =
        description.putArray(signInBy.hasUsernames() ? "AliasAttributes" : "UsernameAttributes");
    if (signInBy.takesEmail()) {
      logins.add("email");
    }
    if (signInBy.takesPhone()) {
      logins.add("phone_number");
    }
  }

  private Answer listClients(Call call) {
    return lists.page(call, "UserPoolClients", PAGE, pool.clients(), this::briefly);
  }

  private ObjectNode briefly(AppClient client) {
    return JSON.createObjectNode()
        .put("ClientId", client.id())
        .put("ClientName", client.name())
        .put("UserPoolId", pool.id());
  }

  private Answer describeClient(Call call) {
    AppClient client = pool.client(call.text("ClientId"));
    ObjectNode description = ((ObjectNode) fixed.get("client")).deepCopy();
    if (fixed.get("ofOneClient").get(client.name()) instanceof ObjectNode own) {
      description.setAll(own);
    }
    description.setAll(briefly(client));
    client.secret().ifPresent(secret -> description.put("ClientSecret", secret));
    ArrayNode flows = description.putArray("ExplicitAuthFlows");
    client.authFlows().stream().sorted().forEach(flows::add);
    description.put("PreventUserExistenceErrors", client.hidesUsers() ? "ENABLED" : "LEGACY");
    return Answer.of(JSON.createObjectNode().set("UserPoolClient", description));
  }

  private Answer listProviders(Call call) {
    List<JsonNode> providers = fixed.get("providers").valueStream().toList();
    return lists.page(call, "Providers", PAGE, providers, PoolDescription::briefProvider);
  }

  private static JsonNode briefProvider(JsonNode provider) {
    ObjectNode brief = ((ObjectNode) provider).deepCopy();
    return brief.retain("ProviderName", "ProviderType", "CreationDate", "LastModifiedDate");
  }

  private Answer describeProvider(Call call) {
    String name = call.text("ProviderName");
    ObjectNode provider =
        fixed
            .get("providers")
            .valueStream()
            .filter(known -> known.path("ProviderName").asString("").equals(name))
            .map(known -> ((ObjectNode) known).deepCopy())
            .findFirst()
            .orElseThrow(
                () -> CognitoError.notFound("Identity provider " + name + " does not exist."));
    provider.put("UserPoolId", pool.id());
    return Answer.of(JSON.createObjectNode().set("IdentityProvider", provider));
  }

  private Answer describeServer(Call call) {
    String identifier = call.text("Identifier");
    ObjectNode server =
        fixed
            .get("resourceServers")
            .valueStream()
            .filter(known -> known.path("Identifier").asString("").equals(identifier))
            .map(known -> ((ObjectNode) known).deepCopy().put("UserPoolId", pool.id()))
            .findFirst()
            .orElseThrow(
                () -> CognitoError.notFound("Resource server " + identifier + " does not exist."));
    return Answer.of(JSON.createObjectNode().set("ResourceServer", server));
  }

  private Answer listServers(Call call) {
    List<JsonNode> servers = fixed.get("resourceServers").valueStream().toList();
    return lists.page(
        call,
        "ResourceServers",
        SERVERS_PAGE,
        servers,
        server -> ((ObjectNode) server).deepCopy().put("UserPoolId", pool.id()));
  }
}
