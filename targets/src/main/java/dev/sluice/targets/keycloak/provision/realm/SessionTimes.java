package dev.sluice.targets.keycloak.provision.realm;

import dev.sluice.api.pool.client.AppClient;
import dev.sluice.api.pool.client.TokenSettings;
import dev.sluice.targets.provision.Lengths;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/**
 * The lifetimes of the realm's sessions and refresh tokens. In Keycloak a refresh token ends with
 * its session, so the session gets the longest lifetime of the clients' refresh tokens, and each
 * client its own.
 */
final class SessionTimes {
  private final List<AppClient> clients;

  SessionTimes(List<AppClient> clients) {
    this.clients = clients;
  }

  void addTo(ObjectNode realm) {
    longest()
        .ifPresent(longest -> {
          realm.put("ssoSessionIdleTimeout", longest.toSeconds());
          realm.put("ssoSessionMaxLifespan", longest.toSeconds());
        });
    realm.put("revokeRefreshToken", allRotate());
    realm.put("refreshTokenMaxReuse", allRotate() && anyGrace() ? 1 : 0);
  }

  List<String> lost() {
    List<String> lost = new ArrayList<>();
    longest()
        .ifPresent(longest ->
            lost.add(
                "a browser stays logged in as long as the longest refresh token is valid ("
                    + Lengths.of(longest)
                    + "); the pool's own pages ask again after an hour"));
    if (!allRotate() && clients.stream().anyMatch(client -> client.tokens().rotation())) {
      lost.add(
          "Keycloak's refresh token rotation applies to the whole realm: it stays off, because"
              + " not every app client of the pool has it");
    }
    if (allRotate() && anyGrace()) {
      lost.add(
          "a replaced refresh token is valid for one more use in Keycloak, not for some seconds");
    }
    return lost;
  }

  private Optional<Duration> longest() {
    return clients.stream().map(client -> client.tokens().refresh()).max(Comparator.naturalOrder());
  }

  private boolean allRotate() {
    return !clients.isEmpty()
        && clients.stream().map(AppClient::tokens).allMatch(TokenSettings::rotation);
  }

  private boolean anyGrace() {
    return clients.stream().anyMatch(client -> !client.tokens().rotationGrace().isZero());
  }
}
