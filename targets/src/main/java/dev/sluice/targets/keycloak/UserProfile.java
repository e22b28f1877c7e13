package dev.sluice.targets.keycloak;

import dev.sluice.migration.target.ProvisionStep;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The realm's user profile: which attributes users have, and what Keycloak demands of them. What is
 * not declared is dropped silently when a user is edited, and a user who does not fit the demands
 * cannot log in ("Account is not fully set up").
 */
final class UserProfile {
  /** Attributes that every user may carry: two fields of ours, and the extension's own mark. */
  private static final List<String> OURS = List.of("phoneNumber", "phoneNumberVerified");

  private static final String MARK = "sluice-unsettled";
  // Keycloak's UPConfigUtils.ATTRIBUTE_NAME_PATTERN.
  static final Pattern DECLARABLE = Pattern.compile("[a-zA-Z0-9._\\-]+");

  private final KeycloakApi api;
  private final Set<String> wanted;

  UserProfile(KeycloakApi api, List<String> attributeNames) {
    this.api = api;
    this.wanted = new LinkedHashSet<>(attributeNames);
    wanted.addAll(OURS);
  }

  List<ProvisionStep> plan(boolean realmMissing) throws TroubleException {
    JsonNode profile = realmMissing ? MissingNode.getInstance() : read();
    List<ProvisionStep> steps = new ArrayList<>();
    List<String> undeclared = undeclared(profile);
    if (!undeclared.isEmpty() || !declares(profile, MARK)) {
      String names = undeclared.isEmpty() ? MARK : String.join(", ", undeclared);
      steps.add(new Change("declare in the user profile: " + names, this::declareAll));
    }
    if (!undeclarable().isEmpty() && profile.path("unmanagedAttributePolicy").isMissingNode()) {
      steps.add(
          new Change(
              "let administrators see and edit attributes that are not declared, because Keycloak"
                  + " cannot declare these names: "
                  + String.join(", ", undeclarable()),
              this::openToAdministrators));
    }
    if (realmMissing || profileDemands(profile)) {
      steps.add(
          new Change(
              "let users be without email, first and last name, and have any username and name"
                  + " of up to 255 characters, as in the user pool",
              this::relax));
    }
    return steps;
  }

  private void declareAll() throws TroubleException {
    ObjectNode profile = read();
    ArrayNode attributes = profile.withArray("attributes");
    undeclared(profile).forEach(name -> attributes.add(declaration(name, true)));
    if (!declares(profile, MARK)) {
      attributes.add(declaration(MARK, false));
    }
    write(profile);
  }

  private void openToAdministrators() throws TroubleException {
    ObjectNode profile = read();
    if (profile.path("unmanagedAttributePolicy").isMissingNode()) {
      profile.put("unmanagedAttributePolicy", "ADMIN_EDIT");
      write(profile);
    }
  }

  private void relax() throws TroubleException {
    ObjectNode profile = read();
    profile.path("attributes").forEach(ProfileDemand::drop);
    write(profile);
  }

  private static boolean profileDemands(JsonNode profile) {
    return profile.path("attributes").valueStream().anyMatch(ProfileDemand::isIn);
  }

  private List<String> undeclared(JsonNode profile) {
    return wanted.stream()
        .filter(name -> DECLARABLE.matcher(name).matches() && !declares(profile, name))
        .toList();
  }

  private List<String> undeclarable() {
    return wanted.stream().filter(name -> !DECLARABLE.matcher(name).matches()).toList();
  }

  private static boolean declares(JsonNode profile, String name) {
    return profile
        .path("attributes")
        .valueStream()
        .anyMatch(each -> each.path("name").asString("").equals(name));
  }

  private static ObjectNode declaration(String name, boolean editable) {
    ObjectNode attribute = JsonMapper.shared().createObjectNode();
    attribute.put("name", name);
    attribute.put("displayName", name);
    ObjectNode permissions = attribute.putObject("permissions");
    permissions.putArray("view").add("admin");
    ArrayNode edit = permissions.putArray("edit");
    if (editable) {
      edit.add("admin");
    }
    // Cognito's own limit (developer guide, quotas): 2,048 bytes a value.
    attribute.putObject("validations").putObject("length").put("max", 2048);
    return attribute;
  }

  private ObjectNode read() throws TroubleException {
    return (ObjectNode) api.get(api.realm("/users/profile")).expectOk().body();
  }

  private void write(ObjectNode profile) throws TroubleException {
    api.put(api.realm("/users/profile"), profile).expectOk();
  }
}
