package dev.sluice.targets.keycloak.provision.page;

import dev.sluice.api.target.provision.ProvisionStep;
import dev.sluice.targets.http.TroubleException;
import dev.sluice.targets.keycloak.api.KeycloakApi;
import dev.sluice.targets.keycloak.provision.realm.RealmAttributes;
import dev.sluice.targets.provision.AutomaticStep;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Plans the languages of the realm's pages. They are enabled once: if the realm already has some,
 * or the owner disables them again, they stay as they are.
 */
public final class LoginLanguages {
  private static final String MARK = "sluice.languages";

  private final KeycloakApi api;
  private final List<String> languages;

  /**
   * @param languages the first is the default for other users; with none, languages stay disabled
   */
  public LoginLanguages(KeycloakApi api, List<String> languages) {
    this.api = api;
    this.languages = languages;
  }

  /**
   * Plans the languages of the login pages.
   *
   * @param realm as Keycloak returns it; missing if it does not exist yet
   */
  public List<ProvisionStep> plan(JsonNode realm) {
    return languages.isEmpty() || isTheirs(realm)
        ? List.of()
        : List.of(
            new AutomaticStep(
                "enable login pages in the languages " + String.join(", ", languages),
                this::switchOn));
  }

  private static boolean isTheirs(JsonNode realm) {
    return !realm.path("attributes").path(MARK).asString("").isEmpty()
        || realm.path("internationalizationEnabled").asBoolean(false);
  }

  private void switchOn() throws TroubleException {
    JsonNode realm = api.get(api.realm("")).expectOk().body();
    if (isTheirs(realm)) {
      return;
    }
    ObjectNode changes = JsonMapper.shared().createObjectNode();
    changes.put("internationalizationEnabled", true);
    changes.put("defaultLocale", languages.getFirst());
    languages.forEach(changes.putArray("supportedLocales")::add);
    RealmAttributes.of(realm).with(MARK, String.join(" ", languages)).addTo(changes);
    api.put(api.realm(""), changes).expectOk();
  }
}
