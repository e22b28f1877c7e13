package dev.sluice.targets.keycloak;

import dev.sluice.migration.target.ProvisionRequest;
import dev.sluice.migration.target.ProvisionStep;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

/** Finds out what a realm still needs before it can take users. */
final class Provisioning {
  private final KeycloakApi api;
  private final String realm;
  private final ProvisionRequest request;

  Provisioning(KeycloakApi api, String realm, ProvisionRequest request) {
    this.api = api;
    this.realm = realm;
    this.request = request;
  }

  List<ProvisionStep> plan() throws TroubleException {
    Answer answer = api.get(api.realm(""));
    boolean missing = answer.missing();
    JsonNode found = missing ? MissingNode.getInstance() : answer.expectOk().body();
    List<ProvisionStep> steps = new ArrayList<>();
    if (missing) {
      steps.add(new Change("create realm \"" + realm + "\"", this::createRealm));
    } else {
      steps.addAll(differences(found));
    }
    steps.addAll(new UserProfile(api, request.attributeNames()).plan(missing));
    steps.addAll(new StorageComponent(api, request).plan(missing));
    if (request.way().asksForPasswords()) {
      steps.addAll(new LoginFlow(api, LoginFlow.Kind.BROWSER).plan(found));
      steps.addAll(new LoginFlow(api, LoginFlow.Kind.DIRECT_GRANT).plan(found));
      steps.addAll(new LoginFlow(api, LoginFlow.Kind.REGISTRATION).plan(found));
      steps.addAll(new EnrolmentAction(api).plan(missing));
    }
    steps.addAll(new LoginFlow(api, LoginFlow.Kind.FORGOT_PASSWORD).plan(found));
    return List.copyOf(steps);
  }

  private void createRealm() throws TroubleException {
    ObjectNode created = JsonMapper.shared().createObjectNode();
    created.put("realm", realm);
    created.put("enabled", true);
    created.put("registrationAllowed", false);
    created.put("resetPasswordAllowed", true);
    created.put("bruteForceProtected", true);
    created.put("loginWithEmailAllowed", request.loginWithEmail());
    // Two users may share an address in a pool where it is no login; in Keycloak only where told.
    created.put("duplicateEmailsAllowed", !request.loginWithEmail());
    Answer answer = api.post("/admin/realms", created);
    if (!answer.conflict()) {
      answer.expectOk();
    }
  }

  private List<ProvisionStep> differences(JsonNode found) {
    List<ProvisionStep> differences = new ArrayList<>();
    if (!found.path("enabled").asBoolean(false)) {
      differences.add(new ByHand("enable realm \"" + realm + "\": nobody can log in to it"));
    }
    if (request.loginWithEmail() && found.path("duplicateEmailsAllowed").asBoolean(false)) {
      differences.add(
          new ByHand(
              "turn \"Duplicate emails\" off in realm \""
                  + realm
                  + "\": while it is on nobody can log in with an email address, as people do in"
                  + " the user pool"));
    } else if (request.loginWithEmail() && !found.path("loginWithEmailAllowed").asBoolean(false)) {
      differences.add(
          new ByHand(
              "turn \"Login with email\" on in realm \""
                  + realm
                  + "\": people log in to the user pool with their email address"));
    }
    return differences;
  }
}
