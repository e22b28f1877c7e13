package dev.sluice.targets.keycloak.provision.realm;

import dev.sluice.api.pool.PoolInventory;
import dev.sluice.api.pool.SchemaAttribute;
import dev.sluice.api.target.provision.DiffLine;
import dev.sluice.api.target.provision.ObjectDiff;
import dev.sluice.api.target.provision.ProvisionRequest;
import dev.sluice.api.target.provision.ProvisionStep;
import dev.sluice.targets.http.TroubleException;
import dev.sluice.targets.keycloak.api.KeycloakApi;
import dev.sluice.targets.provision.AutomaticStep;
import dev.sluice.targets.provision.Differences;
import dev.sluice.targets.provision.OwnershipTag;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Plans the realm's user profile: which attributes users have, and what Keycloak demands of them.
 * Editing a user silently drops undeclared attributes, and a user that does not meet the demands
 * cannot log in ("Account is not fully set up").
 */
public final class UserProfile {
  /** Attributes that every user may have: two of our fields, and the extension's own marker. */
  private static final List<String> OURS = List.of("phoneNumber", "phoneNumberVerified");

  private static final String MARKER = "sluice-unsettled";
  // Keycloak's UPConfigUtils.ATTRIBUTE_NAME_PATTERN.
  public static final Pattern DECLARABLE = Pattern.compile("[a-zA-Z0-9._\\-]+");

  private final KeycloakApi api;
  private final Set<String> wanted;
  private final AttributeRules rules;
  private final PoolInventory inventory;
  private final String pool;

  public UserProfile(KeycloakApi api, ProvisionRequest request) {
    this.api = api;
    this.wanted = new LinkedHashSet<>(request.attributeNames());
    wanted.addAll(OURS);
    this.rules = new AttributeRules(request);
    this.inventory = request.pool();
    this.pool = inventory.pool().id();
  }

  /**
   * Plans the user profile.
   *
   * @param realm as Keycloak returns it; missing if it does not exist yet
   */
  public List<ProvisionStep> plan(JsonNode realm) throws TroubleException {
    boolean realmMissing = realm.isMissingNode();
    JsonNode profile = realmMissing ? MissingNode.getInstance() : read();
    List<ProvisionStep> steps = new ArrayList<>();
    List<String> undeclared = undeclared(profile);
    if (!undeclared.isEmpty() || !declares(profile, MARKER)) {
      String names = undeclared.isEmpty() ? MARKER : String.join(", ", undeclared);
      steps.add(
          new AutomaticStep(
              "declare in the user profile: " + names, this::declareAll, diff(undeclared)));
    }
    List<String> outdated = outdated(profile);
    if (!outdated.isEmpty()) {
      steps.add(
          new AutomaticStep(
              "change in the user profile: " + String.join(", ", outdated),
              this::bringInLine,
              new ObjectDiff(
                  "user profile", "attributes", "the pool's schema", changes(profile, outdated))));
    }
    if (!undeclarable().isEmpty() && profile.path("unmanagedAttributePolicy").isMissingNode()) {
      steps.add(
          new AutomaticStep(
              "let administrators see and edit undeclared attributes, because Keycloak cannot"
                  + " declare these names: "
                  + String.join(", ", undeclarable()),
              this::openToAdministrators));
    }
    if (realmMissing || profileDemands(profile)) {
      steps.add(
          new AutomaticStep(
              "allow users without email, first and last name, and any username, name and email"
                  + " address of up to 255 characters, as in the user pool",
              this::relax));
    }
    boolean ours = realmMissing || OwnershipTag.isOn(realm, pool);
    if (ours && (realmMissing || !SignUpFields.areIn(profile, inventory))) {
      steps.add(
          new AutomaticStep(
              "ask at sign-up only for what the pool requires of names and email address",
              this::askAtSignUp));
    }
    return steps;
  }

  private void askAtSignUp() throws TroubleException {
    ObjectNode profile = read();
    SignUpFields.declareOwn(profile, inventory);
    write(profile);
  }

  private void declareAll() throws TroubleException {
    ObjectNode profile = read();
    ArrayNode attributes = profile.withArray("attributes");
    undeclared(profile).forEach(name -> attributes.add(declaration(name)));
    if (!declares(profile, MARKER)) {
      attributes.add(declaration(MARKER, false));
    }
    write(profile);
  }

  private void bringInLine() throws TroubleException {
    ObjectNode profile = read();
    ArrayNode attributes = profile.withArray("attributes");
    List<String> outdated = outdated(profile);
    for (int at = 0; at < attributes.size(); at++) {
      String name = attributes.get(at).path("name").asString("");
      if (outdated.contains(name)) {
        attributes.set(at, declaration(name));
      }
    }
    write(profile);
  }

  /**
   * Returns attributes that provisioning declared and that differ from the pool's schema by now.
   */
  private List<String> outdated(JsonNode profile) {
    return wanted.stream()
        .filter(name -> OwnershipTag.isOn(declared(profile, name), pool))
        .filter(name ->
            !Differences.between(declared(profile, name), declaration(name), RealmRules.RULES)
                .none())
        .toList();
  }

  private List<DiffLine> changes(JsonNode profile, List<String> names) {
    return names.stream()
        .flatMap(name ->
            Differences.between(declared(profile, name), declaration(name), RealmRules.RULES)
                .lines()
                .stream()
                .map(line -> new DiffLine(line.sign(), name + " " + line.text())))
        .toList();
  }

  private ObjectDiff diff(List<String> names) {
    List<DiffLine> lines = new ArrayList<>();
    for (String name : names) {
      Optional<SchemaAttribute> schema = rules.of(name);
      lines.add(
          DiffLine.added(
              name + schema.map(each -> " from " + each.name() + " " + words(name)).orElse("")));
      schema.map(each -> rules.lost(name, each)).orElse(List.of()).stream()
          .map(DiffLine::lost)
          .forEach(lines::add);
    }
    return new ObjectDiff("user profile", "attributes", "the pool's schema", lines);
  }

  private String words(String name) {
    return Differences.between(MissingNode.getInstance(), declaration(name), RealmRules.RULES)
        .lines()
        .stream()
        .map(DiffLine::text)
        .filter(text -> !text.startsWith("name:") && !text.startsWith("displayName:"))
        .collect(Collectors.joining(", ", "(", ")"));
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
    return declared(profile, name).isObject();
  }

  private static JsonNode declared(JsonNode profile, String name) {
    return profile
        .path("attributes")
        .valueStream()
        .filter(each -> each.path("name").asString("").equals(name))
        .findFirst()
        .orElse(MissingNode.getInstance());
  }

  private ObjectNode declaration(String name) {
    return rules
        .of(name)
        .map(schema -> rules.declaration(name, schema))
        .orElseGet(() -> declaration(name, true));
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
