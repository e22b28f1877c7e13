package dev.sluice.targets.keycloak.provision.provider;

import dev.sluice.targets.http.TroubleException;
import dev.sluice.targets.http.UrlPath;
import dev.sluice.targets.keycloak.api.KeycloakApi;
import dev.sluice.targets.keycloak.api.KeycloakOptions;
import java.util.Optional;

/**
 * The address of a realm for people and for other servers.
 *
 * @param text without a slash at the end
 * @param doubt why it may be another one; empty if Keycloak itself says so
 */
public record RealmAddress(String text, String doubt) {
  private static final String MASTER = "master";

  /** Reads it from the realm, or from Keycloak's first realm if the realm does not exist yet. */
  public static RealmAddress read(KeycloakApi api, KeycloakOptions options, boolean realmMissing) {
    String realm = "/realms/" + UrlPath.encode(options.realm());
    try {
      Optional<String> issuer =
          realmMissing
              ? api.issuer(MASTER)
                  .filter(master -> master.endsWith("/realms/" + MASTER))
                  .map(master -> master.substring(0, master.lastIndexOf("/realms/")) + realm)
              : api.issuer(options.realm());
      return issuer
          .map(text -> new RealmAddress(text, ""))
          .orElseGet(() -> new RealmAddress(options.url() + realm, doubt("it does not say")));
    } catch (TroubleException e) {
      return new RealmAddress(options.url() + realm, doubt(e.problem()));
    }
  }

  private static String doubt(String why) {
    return " (if people reach the realm at target.keycloak.url; its own address could not be read: "
        + why
        + ")";
  }
}
