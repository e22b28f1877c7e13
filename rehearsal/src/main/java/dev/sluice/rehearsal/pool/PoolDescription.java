package dev.sluice.rehearsal.pool;

import static dev.sluice.rehearsal.pool.Answer.JSON;
import static dev.sluice.rehearsal.quota.QuotaCategory.USER_POOL_CLIENT_READ;
import static dev.sluice.rehearsal.quota.QuotaCategory.USER_POOL_READ;
import static dev.sluice.rehearsal.quota.QuotaCategory.USER_POOL_RESOURCE_READ;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The pool's configuration, app clients, identity providers and resource servers.
 *
 * <p>What does not depend on the options stands in {@code pool.json} beside this class.
 */
final class PoolDescription {

  private static final int PAGE = 60;
  private static final String ACCOUNT = "000000000000";

  private final PoolIdentity pool;
  private final Directory directory;
  private final PageTokens tokens;
  private final JsonNode fixed = read("pool.json");

  PoolDescription(PoolIdentity pool, Directory directory, PageTokens tokens) {
    this.pool = pool;
    this.directory = directory;
    this.tokens = tokens;
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
        Operation.signed("ListResourceServers", USER_POOL_RESOURCE_READ, this::listServers));
  }

  private Answer describePool() {
    ObjectNode description = ((ObjectNode) fixed.get("userPool")).deepCopy();
    description.put("Id", pool.id());
    description.put(
        "Arn", "arn:aws:cognito-idp:" + pool.region() + ":" + ACCOUNT + ":userpool/" + pool.id());
    description.put("EstimatedNumberOfUsers", directory.size());
    ArrayNode logins =
        description.putArray(
            directory.signsInByEmailOrPhone() ? "UsernameAttributes" : "AliasAttributes");
    logins.add("email").add("phone_number");
    description
        .putObject("UsernameConfiguration")
        .put("CaseSensitive", directory.made().shape().caseSensitive());
    return Answer.of(JSON.createObjectNode().set("UserPool", description));
  }

  private Answer listClients(Call call) {
    return page(call, "MaxResults", "UserPoolClients", pool.clients(), this::briefly);
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
    description.setAll(briefly(client));
    client.secret().ifPresent(secret -> description.put("ClientSecret", secret));
    ArrayNode flows = description.putArray("ExplicitAuthFlows");
    client.authFlows().stream().sorted().forEach(flows::add);
    description.put("PreventUserExistenceErrors", client.hidesUsers() ? "ENABLED" : "LEGACY");
    return Answer.of(JSON.createObjectNode().set("UserPoolClient", description));
  }

  private Answer listProviders(Call call) {
    List<JsonNode> providers = fixed.get("providers").valueStream().toList();
    return page(call, "MaxResults", "Providers", providers, PoolDescription::briefProvider);
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

  private Answer listServers(Call call) {
    List<JsonNode> servers = fixed.get("resourceServers").valueStream().toList();
    return page(
        call,
        "MaxResults",
        "ResourceServers",
        servers,
        server -> ((ObjectNode) server).deepCopy().put("UserPoolId", pool.id()));
  }

  private <T> Answer page(
      Call call, String limitField, String listField, List<T> all, Function<T, JsonNode> writer) {
    int limit = call.limit(limitField, PAGE);
    String parameters = listField + " " + limit;
    int from =
        Math.toIntExact(
            call.optional("NextToken").map(token -> tokens.read(token, parameters)).orElse(0L));
    ObjectNode answer = JSON.createObjectNode();
    ArrayNode list = answer.putArray(listField);
    int end = Math.min(all.size(), from + limit);
    IntStream.range(from, end).mapToObj(all::get).map(writer).forEach(list::add);
    if (end < all.size()) {
      answer.put("NextToken", tokens.write(end, parameters));
    }
    return Answer.of(answer);
  }

  private static JsonNode read(String resource) {
    try (InputStream in = PoolDescription.class.getResourceAsStream(resource)) {
      return JSON.readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
