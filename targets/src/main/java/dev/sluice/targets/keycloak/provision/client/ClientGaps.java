package dev.sluice.targets.keycloak.provision.client;

import dev.sluice.api.pool.IdentityProvider;
import dev.sluice.api.pool.PoolInventory;
import dev.sluice.api.pool.client.AppClient;
import dev.sluice.targets.keycloak.provision.realm.SessionLimits;
import dev.sluice.targets.provision.Lengths;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What an app client has that a client in Keycloak has not, or has in another way. */
record ClientGaps(PoolInventory pool, AppClient client, SessionLimits limits) {
  private static final Map<String, String> NO_MATCH =
      Map.of(
          "ALLOW_USER_SRP_AUTH",
          "SRP: Keycloak has none; let the application use the authorization code",
          "ALLOW_CUSTOM_AUTH",
          "custom challenges: build them again as an authentication flow",
          "ALLOW_USER_AUTH",
          "choice of the first factor by API: Keycloak's own pages offer it");

  List<String> all() {
    List<String> lost = new ArrayList<>();
    if (client.confidential() && client.secret() == null) {
      lost.add(
          "secret: not known here, so Keycloak makes a new one; give it to the application, or"
              + " provision from the pool or from an encrypted archive");
    }
    client.explicitAuthFlows().stream()
        .filter(NO_MATCH::containsKey)
        .forEach(flow -> lost.add(flow + ": " + NO_MATCH.get(flow)));
    grants(lost);
    tokens(lost);
    if (!offersAll()) {
      lost.add(
          "identity providers: the pool offers "
              + String.join(", ", client.supportedIdentityProviders())
              + " here; Keycloak offers all of the realm's to every client");
    }
    return lost;
  }

  private void grants(List<String> lost) {
    if (client.oauth().allows("code")) {
      lost.add(
          "PKCE: used where the application sends it, not demanded, because one that does not has"
              + " worked until now");
    }
    if (client.oauth().allows("implicit")) {
      lost.add("implicit grant: kept, but it is outdated; move the application to code and PKCE");
    }
    if (AppClients.machine(client)) {
      lost.add(
          "client credentials: tokens carry all of the client's custom scopes, as in the pool where"
              + " none are asked for; asking for fewer does not narrow them");
    } else if (client.oauth().scopes().stream().anyMatch(CustomScopes::isCustom)) {
      lost.add(
          "custom scopes: given where asked for; the pool gives all where a request asks for none");
    }
    if (client.oauth().allows("client_credentials") && !client.confidential()) {
      lost.add("client credentials: off, because the client has no secret");
    }
    if (client.oauth().scopes().contains("aws.cognito.signin.user.admin")) {
      lost.add(
          "scope aws.cognito.signin.user.admin: no match; it allowed calls of Cognito's own API");
    }
  }

  private void tokens(List<String> lost) {
    if (!client.tokens().id().equals(client.tokens().access())) {
      lost.add(
          "ID tokens hold as long as access tokens: %s instead of %s"
              .formatted(Lengths.of(client.tokens().access()), Lengths.of(client.tokens().id())));
    }
    Duration refresh = client.tokens().refresh();
    if (!limits.refresh(refresh).equals(refresh)) {
      lost.add(
          ("refresh tokens: %s instead of %s, because the realm's sessions are no longer than that;"
                  + " lengthen its \"SSO Session Idle\" and \"SSO Session Max\", and provision again")
              .formatted(Lengths.of(limits.refresh(refresh)), Lengths.of(refresh)));
    }
    lost.add(
        "time to answer a challenge: %s here, in Keycloak one for the realm (\"Login timeout\")"
            .formatted(Lengths.of(client.tokens().session())));
    if (!client.tokenRevocation()) {
      lost.add("refresh tokens can be revoked in Keycloak, which the pool has off");
    }
    if (!client.preventUserExistenceErrors()) {
      lost.add("that a user does not exist is never told by Keycloak's login");
    }
  }

  private boolean offersAll() {
    List<String> offered = client.supportedIdentityProviders();
    return offered.containsAll(
        pool.identityProviders().stream().map(IdentityProvider::name).toList());
  }
}
