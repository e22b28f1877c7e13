package dev.sluice.targets.keycloak.api;

import dev.sluice.api.target.TargetException;
import dev.sluice.targets.http.Answer;
import dev.sluice.targets.http.TroubleException;
import dev.sluice.targets.http.Vendor;
import java.net.URI;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Explains why Keycloak does not do what it was asked. */
public final class KeycloakTroubles {
  private KeycloakTroubles() {}

  /** Describes the Keycloak at this address. */
  static Vendor keycloak(URI url) {
    return new Vendor(
        "Keycloak", url, "target.keycloak.url", "/realms/master", KeycloakTroubles::complaint);
  }

  private static String complaint(JsonNode body) {
    for (String field : new String[] {"errorMessage", "error_description", "error"}) {
      String text = body.path(field).asString("");
      if (!text.isBlank()) {
        return text;
      }
    }
    return "";
  }

  /**
   * Does what {@link Answer#expectOk} does for a call that names a part of our extension: Keycloak
   * answers 400 if it does not know it.
   */
  public static void expectExtension(Answer answer) {
    if (answer.status() == 400) {
      throw new TargetException(
          answer.refusal()
              + ". Put sluice-keycloak-extension-*.jar into Keycloak's providers/ if it is"
              + " missing, run `kc.sh build` and restart.");
    }
    answer.expectOk();
  }

  static TroubleException refused(AdminCredentials adminCredentials, String detail) {
    return TroubleException.lasting(
        "Keycloak refused the credentials of " + adminCredentials.name() + detail + ".",
        remedyFor(adminCredentials));
  }

  static TroubleException notAllowed(AdminCredentials adminCredentials, String call) {
    return TroubleException.lastingAtOneCall(
        "Keycloak does not allow " + adminCredentials.name() + " to " + call + " (403).",
        "Give its service account, or this administrator, the missing roles of realm-management:"
            + " manage-users is enough for bulk, sync and verify; provision also needs"
            + " manage-realm, manage-clients, view-realm and manage-identity-providers. The role"
            + " realm-admin has them all.");
  }

  static TroubleException realmMissing(String realm, String remedy) {
    return TroubleException.lasting("Keycloak has no realm \"" + realm + "\".", remedy);
  }

  /**
   * Says that something else, or nothing, answers at the address.
   *
   * @param likely where a Keycloak answers; empty where none was found nearby
   */
  static TroubleException noKeycloak(URI url, Optional<URI> likely) {
    return TroubleException.lasting(
        "No Keycloak at this address: " + url + ".",
        likely
            .map(found -> "Set target.keycloak.url to " + found + ", where one answers.")
            .orElse(
                "Set target.keycloak.url to the address below which /realms/master answers, without"
                    + " /realms, /admin and what follows them."));
  }

  private static String remedyFor(AdminCredentials adminCredentials) {
    return switch (adminCredentials) {
      case AdminCredentials.ServiceAccount _ ->
          "Correct target.keycloak.client-id and client-secret, and enable the client's service"
              + " account.";
      case AdminCredentials.Administrator _ ->
          "Correct target.keycloak.admin-username and admin-password, of the realm master.";
    };
  }
}
