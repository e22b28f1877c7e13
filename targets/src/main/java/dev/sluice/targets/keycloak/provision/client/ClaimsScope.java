package dev.sluice.targets.keycloak.provision.client;

import dev.sluice.api.pool.client.AppClient;
import dev.sluice.api.target.provision.ProvisionRequest;
import dev.sluice.api.target.provision.ProvisionStep;
import dev.sluice.targets.http.TroubleException;
import dev.sluice.targets.http.UrlPath;
import dev.sluice.targets.keycloak.api.KeycloakApi;
import dev.sluice.targets.keycloak.api.KeycloakTroubles;
import dev.sluice.targets.provision.AutomaticStep;
import dev.sluice.targets.provision.ManualStep;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Plans the client scope that gives tokens the claims that applications read from Cognito's. Each
 * client created from the pool gets it once: a client from which the owner removed it keeps
 * Keycloak's own tokens.
 */
public final class ClaimsScope {
  private static final String NAME = "cognito-claims";
  private static final String MAPPER = "sluice-cognito-claims";
  private static final String GIVEN = "sluice.claims";
  static final String MAY_READ = "sluice.claims.read";

  private final KeycloakApi api;
  private final ProvisionRequest request;
  private final ClaimNames names;
  private final PoolClients clients;

  public ClaimsScope(KeycloakApi api, ProvisionRequest request) {
    this.api = api;
    this.request = request;
    this.names = ClaimNames.of(request);
    this.clients = new PoolClients(api, request.pool());
  }

  /**
   * Plans the client scope that carries Cognito's claims.
   *
   * @param coming ids of clients that earlier steps will create or change
   */
  public List<ProvisionStep> plan(boolean realmMissing, Set<String> coming)
      throws TroubleException {
    if (request.pool().clients().isEmpty()) {
      return List.of();
    }
    JsonNode scope = realmMissing ? MissingNode.getInstance() : find();
    if (!scope.isMissingNode() && mapper(scope).isEmpty()) {
      return List.of(
          new ManualStep(
              "rename client scope \""
                  + NAME
                  + "\", which Sluice did not create: the pool's clients need a scope of that"
                  + " name with Cognito's claims"));
    }
    List<ProvisionStep> steps = new ArrayList<>();
    if (scope.isMissingNode()) {
      steps.add(
          new AutomaticStep(
              "create client scope \""
                  + NAME
                  + "\": it gives tokens the claims of Cognito's tokens",
              this::makeOrChange));
    } else if (!names.areIn(mapper(scope).orElseThrow())) {
      steps.add(
          new AutomaticStep(
              "change client scope \"" + NAME + "\": names of attributes and groups",
              this::makeOrChange));
    }
    List<String> without = new ArrayList<>(realmMissing ? coming : newOf(coming));
    if (!realmMissing) {
      withoutIt().forEach(client -> without.add(client.path("clientId").asString("")));
    }
    if (!without.isEmpty()) {
      steps.add(
          new AutomaticStep(
              "give client scope \""
                  + NAME
                  + "\" to client"
                  + (without.size() == 1 ? " " : "s ")
                  + String.join(", ", without.stream().sorted().toList()),
              this::give));
    }
    return steps;
  }

  private void makeOrChange() throws TroubleException {
    JsonNode scope = find();
    if (scope.isMissingNode()) {
      KeycloakTroubles.expectExtension(api.post(api.realm("/client-scopes"), fresh()));
      return;
    }
    Optional<ObjectNode> mapper = mapper(scope);
    if (mapper.isPresent() && !names.areIn(mapper.get())) {
      ObjectNode changed = mapper.get();
      names.writeTo(changed.withObject("/config"));
      String path =
          path(scope)
              + "/protocol-mappers/models/"
              + UrlPath.encode(changed.path("id").asString(""));
      KeycloakTroubles.expectExtension(api.put(api.realm(path), changed));
    }
  }

  private ObjectNode fresh() {
    ObjectNode scope = JsonMapper.shared().createObjectNode();
    scope.put("name", NAME);
    scope.put("description", "The claims that applications read from Cognito's tokens");
    scope.put("protocol", "openid-connect");
    ObjectNode attributes = scope.putObject("attributes");
    attributes.put("include.in.token.scope", "false");
    attributes.put("display.on.consent.screen", "false");
    ObjectNode mapper = scope.putArray("protocolMappers").addObject();
    mapper.put("name", "Cognito's claims");
    mapper.put("protocol", "openid-connect");
    mapper.put("protocolMapper", MAPPER);
    ObjectNode config = mapper.putObject("config");
    config.put("id.token.claim", "true");
    config.put("access.token.claim", "true");
    config.put("userinfo.token.claim", "true");
    names.writeTo(config);
    return scope;
  }

  private void give() throws TroubleException {
    JsonNode scope = find();
    for (ObjectNode client : withoutIt()) {
      api.put(
              api.realm(
                  PoolClients.path(client)
                      + "/default-client-scopes/"
                      + UrlPath.encode(scope.path("id").asString(""))),
              JsonMapper.shared().createObjectNode())
          .expectOk();
      ObjectNode attributes = client.withObject("/attributes");
      attributes.put(GIVEN, "given");
      attributes.put(MAY_READ, mayRead(client.path("clientId").asString("")));
      clients.write(client);
    }
  }

  /**
   * Returns the value of {@link #MAY_READ}; a client that lists no attributes may read all (service
   * model).
   */
  static String mayRead(AppClient client) {
    return String.join(" ", client.readAttributes());
  }

  private String mayRead(String clientId) {
    return request.pool().clients().stream()
        .filter(client -> client.id().equals(clientId))
        .map(ClaimsScope::mayRead)
        .findFirst()
        .orElse("");
  }

  private List<String> newOf(Set<String> coming) throws TroubleException {
    List<String> fresh = new ArrayList<>();
    for (String id : coming) {
      if (clients.find(id).isEmpty()) {
        fresh.add(id);
      }
    }
    return fresh;
  }

  private List<ObjectNode> withoutIt() throws TroubleException {
    return clients.all().stream()
        .filter(client -> PoolClients.attribute(client, GIVEN).isEmpty())
        .toList();
  }

  private JsonNode find() throws TroubleException {
    return api.get(api.realm("/client-scopes"))
        .expectOk()
        .body()
        .valueStream()
        .filter(scope -> scope.path("name").asString("").equals(NAME))
        .findFirst()
        .orElse(MissingNode.getInstance());
  }

  private static Optional<ObjectNode> mapper(JsonNode scope) {
    return scope
        .path("protocolMappers")
        .valueStream()
        .filter(mapper -> mapper.path("protocolMapper").asString("").equals(MAPPER))
        .map(ObjectNode.class::cast)
        .findFirst();
  }

  private static String path(JsonNode scope) {
    return "/client-scopes/" + UrlPath.encode(scope.path("id").asString(""));
  }
}
