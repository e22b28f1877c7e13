package dev.sluice.targets.keycloak.backup;

import dev.sluice.api.target.provision.Readiness;
import dev.sluice.targets.http.Answer;
import dev.sluice.targets.http.TroubleException;
import dev.sluice.targets.keycloak.api.KeycloakApi;
import tools.jackson.databind.JsonNode;

/** Checks whether a Keycloak can take users, and reports what is missing. */
public final class KeycloakCheck {
  /** The wire protocol that this version of Sluice speaks with its extension. */
  static final int PROTOCOL = 1;

  private final KeycloakApi api;
  private final String realm;

  public KeycloakCheck(KeycloakApi api, String realm) {
    this.api = api;
    this.realm = realm;
  }

  public Readiness run() {
    try {
      Answer version = api.get(api.realm("/sluice/version"));
      if (version.missing()) {
        return api.get(api.realm("")).missing() ? realmMissing() : extensionMissing();
      }
      return version.ok() ? judge(version.body()) : unexpected(version);
    } catch (TroubleException e) {
      return new Readiness.NotReady(e.problem(), e.remedy());
    }
  }

  private Readiness judge(JsonNode version) {
    int protocol = version.path("protocol").asInt(0);
    String extension = version.path("extension").asString("?");
    if (protocol < PROTOCOL) {
      return new Readiness.NotReady(
          ("Sluice's extension in Keycloak is too old: version %s has protocol %d, but %d is"
                  + " required.")
              .formatted(extension, protocol, PROTOCOL),
          "Replace sluice-keycloak-extension-*.jar in Keycloak's providers/ with this version's,"
              + " run `kc.sh build` and restart.");
    }
    String there = version.path("realm").asString(realm);
    if (!there.equals(realm)) {
      return new Readiness.NotReady(
          "Keycloak has the realm \"%s\", which its database takes for \"%s\"."
              .formatted(there, realm),
          "Write the name of the realm exactly in target.keycloak.realm.");
    }
    String keycloak = version.path("keycloak").asString("?");
    if (isTooOld(keycloak)) {
      return tooOld(keycloak);
    }
    String database = version.path("database").asString("");
    return new Readiness.Ready(
        "Keycloak %s, extension %s%s"
            .formatted(keycloak, extension, database.isEmpty() ? "" : ", on " + database));
  }

  private Readiness realmMissing() {
    return new Readiness.NotReady(
        "Keycloak has no realm \"" + realm + "\".",
        "Run `sluice provision --execute` to create it, or correct target.keycloak.realm.");
  }

  private Readiness extensionMissing() {
    String keycloak = versionOfKeycloak();
    if (isTooOld(keycloak)) {
      return tooOld(keycloak);
    }
    return new Readiness.NotReady(
        "Keycloak does not have Sluice's extension.",
        "Put sluice-keycloak-extension-*.jar into Keycloak's providers/, run `kc.sh build` and"
            + " restart.");
  }

  /**
   * Returns Keycloak's version; empty if Keycloak does not report it to this caller: it may be new
   * enough.
   */
  private String versionOfKeycloak() {
    try {
      Answer information = api.get("/admin/serverinfo");
      return information.body().path("systemInfo").path("version").asString("");
    } catch (TroubleException _) {
      return "";
    }
  }

  private static boolean isTooOld(String keycloak) {
    return KeycloakVersion.of(keycloak).filter(KeycloakVersion::isTooOld).isPresent();
  }

  private static Readiness tooOld(String keycloak) {
    return new Readiness.NotReady(
        "Keycloak %s is too old: Sluice's extension needs %s or newer."
            .formatted(keycloak, KeycloakVersion.OLDEST),
        "Upgrade Keycloak, then put sluice-keycloak-extension-*.jar into its providers/ and run"
            + " `kc.sh build`.");
  }

  private static Readiness unexpected(Answer answer) {
    return new Readiness.NotReady(
        "Keycloak answered " + answer.status() + " to " + answer.call() + answer.said() + ".",
        "See Keycloak's log.");
  }
}
