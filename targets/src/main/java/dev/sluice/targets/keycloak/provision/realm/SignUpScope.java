package dev.sluice.targets.keycloak.provision.realm;

import dev.sluice.api.target.provision.ProvisionStep;
import dev.sluice.targets.http.TroubleException;
import dev.sluice.targets.http.UrlPath;
import dev.sluice.targets.keycloak.api.KeycloakApi;
import dev.sluice.targets.provision.AutomaticStep;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Plans the client scope of {@link SignUpFields} for the account console, where users see and edit
 * the attributes that sign-up does not ask for. The user profile names it, so it comes first.
 */
public final class SignUpScope {
  private static final String SCOPES = "/client-scopes";
  private static final String DEFAULT = "defaultClientScopes";

  private final KeycloakApi api;

  public SignUpScope(KeycloakApi api) {
    this.api = api;
  }

  public List<ProvisionStep> plan(boolean realmMissing) throws TroubleException {
    if (!realmMissing && idOf().isPresent() && console().filter(each -> !hasIt(each)).isEmpty()) {
      return List.of();
    }
    return List.of(
        new AutomaticStep(
            "create client scope \""
                + SignUpFields.SCOPE
                + "\" for the account console: the attributes with it are not asked for at sign-up",
            this::make));
  }

  private void make() throws TroubleException {
    if (idOf().isEmpty()) {
      ObjectNode scope = JsonMapper.shared().createObjectNode();
      scope.put("name", SignUpFields.SCOPE).put("protocol", "openid-connect");
      scope.put(
          "description",
          "Attributes that sign-up does not ask for. The user profile needs it: do not remove it");
      scope
          .putObject("attributes")
          .put("include.in.token.scope", "false")
          .put("display.on.consent.screen", "false");
      api.post(api.realm(SCOPES), scope).expectOk();
    }
    Optional<JsonNode> console = console();
    if (console.isPresent() && !hasIt(console.get())) {
      String client = UrlPath.encode(console.get().path("id").asString(""));
      String scope = UrlPath.encode(idOf().orElse(""));
      api.put(
              api.realm("/clients/" + client + "/default-client-scopes/" + scope),
              JsonMapper.shared().createObjectNode())
          .expectOk();
    }
  }

  private Optional<JsonNode> console() throws TroubleException {
    return api.get(api.realm("/clients?clientId=account-console"))
        .expectOk()
        .body()
        .valueStream()
        .findFirst();
  }

  private static boolean hasIt(JsonNode client) {
    return client
        .path(DEFAULT)
        .valueStream()
        .anyMatch(scope -> scope.asString("").equals(SignUpFields.SCOPE));
  }

  private Optional<String> idOf() throws TroubleException {
    return api.get(api.realm(SCOPES))
        .expectOk()
        .body()
        .valueStream()
        .filter(scope -> scope.path("name").asString("").equals(SignUpFields.SCOPE))
        .map(scope -> scope.path("id").asString(""))
        .findFirst();
  }
}
