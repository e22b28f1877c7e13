package dev.sluice.targets.keycloak.provision.client;

import dev.sluice.api.pool.IdentityProvider;
import dev.sluice.api.pool.PoolInventory;
import dev.sluice.api.pool.client.AppClient;
import dev.sluice.targets.keycloak.provision.realm.ColumnText;
import dev.sluice.targets.keycloak.provision.realm.SessionLimits;
import dev.sluice.targets.provision.AppClientGap;
import dev.sluice.targets.provision.Lengths;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Says what an app client has that a client in Keycloak lacks, or has in another way. */
record ClientGaps(PoolInventory pool, AppClient client, SessionLimits limits) {
  private static final Map<AppClientGap, String> WORDS =
      Map.of(
          AppClientGap.SRP,
          "Keycloak has none; let the application use the authorization code",
          AppClientGap.CUSTOM_CHALLENGES,
          "build them again as an authentication flow",
          AppClientGap.COGNITO_SCOPE,
          "no match; it allowed calls of Cognito's own API");

  List<String> all() {
    List<String> lost = new ArrayList<>(AppClientGap.sentences(client, "Keycloak", WORDS));
    scopes(lost);
    lifetimes(lost);
    AppClients.redirects(client).stream()
        .filter(uri -> !ColumnText.fits(uri))
        .map(uri ->
            "redirect URI left out, because Keycloak stores at most "
                + ColumnText.LONGEST
                + " characters: "
                + uri)
        .forEach(lost::add);
    if (!offersAll()) {
      lost.add(
          "identity providers: the pool offers "
              + String.join(", ", client.supportedIdentityProviders())
              + " here; Keycloak offers all of the realm's to every client");
    }
    return lost;
  }

  private void scopes(List<String> lost) {
    if (AppClients.machine(client)) {
      lost.add(
          "client credentials: tokens carry all of the client's custom scopes, as in the pool where"
              + " none are asked for; asking for fewer does not narrow them");
    } else if (client.oauth().scopes().stream().anyMatch(CustomScopes::isCustom)) {
      lost.add(
          "custom scopes: given where asked for; the pool gives all where a request asks for none");
    }
  }

  private void lifetimes(List<String> lost) {
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
  }

  private boolean offersAll() {
    List<String> offered = client.supportedIdentityProviders();
    return offered.containsAll(
        pool.identityProviders().stream().map(IdentityProvider::name).toList());
  }
}
