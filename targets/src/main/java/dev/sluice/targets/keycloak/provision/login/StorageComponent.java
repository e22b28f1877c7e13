package dev.sluice.targets.keycloak.provision.login;

import dev.sluice.api.Secret;
import dev.sluice.api.target.provision.ProvisionRequest;
import dev.sluice.api.target.provision.ProvisionStep;
import dev.sluice.api.user.GroupPath;
import dev.sluice.targets.http.TroubleException;
import dev.sluice.targets.http.UrlPath;
import dev.sluice.targets.keycloak.api.KeycloakApi;
import dev.sluice.targets.keycloak.api.KeycloakTroubles;
import dev.sluice.targets.keycloak.provision.realm.Logins;
import dev.sluice.targets.provision.AutomaticStep;
import dev.sluice.targets.provision.ManualStep;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Plans the component through which our extension reaches the gateway, and to which users are
 * linked until their passwords have moved. It is created and changed, never removed, because
 * Keycloak would remove its linked users too.
 */
public final class StorageComponent {
  private static final String TYPE = "org.keycloak.storage.UserStorageProvider";
  private static final String PROVIDER = "sluice";
  private static final String TIMEOUT_MILLIS = "2000";
  private static final String RETRY_SECONDS = "60";
  private static final String PRIVILEGED = "privilegedGroups";
  private static final String PREFERRED_USERNAME = "preferredUsername";

  private final KeycloakApi api;
  private final ProvisionRequest request;

  public StorageComponent(KeycloakApi api, ProvisionRequest request) {
    this.api = api;
    this.request = request;
  }

  public List<ProvisionStep> plan(boolean realmMissing) throws TroubleException {
    List<ObjectNode> found = realmMissing ? List.of() : find();
    if (found.size() > 1) {
      return List.of(
          new ManualStep(
              "keep only one of the "
                  + found.size()
                  + " user federation providers of kind \"sluice\"; first unlink the users of the"
                  + " others (\"Unlink users\"), because removing a provider deletes its linked"
                  + " users"));
    }
    if (found.isEmpty()) {
      return List.of(
          new AutomaticStep(
              "ask the gateway at " + request.gatewayUrl() + " about users (" + mode() + ")",
              this::makeOrChange));
    }
    List<String> changes = changes(found.getFirst());
    return changes.isEmpty()
        ? List.of()
        : List.of(
            new AutomaticStep(
                "change the user federation provider \"sluice\": " + String.join(", ", changes),
                this::makeOrChange));
  }

  private List<String> changes(JsonNode component) {
    List<String> changes = new ArrayList<>();
    if (!setting(component, "gatewayUrl").equals(request.gatewayUrl().toString())) {
      changes.add("its gateway is " + request.gatewayUrl());
    }
    if (!setting(component, "mode").equals(mode())) {
      changes.add("its mode is " + mode());
    }
    if (!component.path("subType").asString("").equals(tokenFingerprint(request.gatewayToken()))) {
      changes.add("its token is the gateway's");
    }
    new FirstLoginSettings(request.firstLogin())
        .differingFrom(component.path("config"))
        .forEach((name, value) -> changes.add("its " + name + " is " + value));
    if (!privileged(component).equals(privileged())) {
      changes.add(
          "groups with roles that it fills: "
              + (privileged().isEmpty() ? "none" : String.join(", ", privileged())));
    }
    if (!setting(component, PREFERRED_USERNAME).equals(preferredUsername())) {
      changes.add(
          preferredUsername().isEmpty()
              ? "the preferred username is no login"
              : "the attribute " + preferredUsername() + " is a login");
    }
    if (setting(component, "enabled").equals("false")) {
      changes.add("it is enabled");
    }
    if (setting(component, "paused").equals("true")) {
      changes.add("it is no longer paused");
    }
    return changes;
  }

  private void makeOrChange() throws TroubleException {
    List<ObjectNode> found = find();
    if (found.isEmpty()) {
      KeycloakTroubles.expectExtension(api.post(api.realm("/components"), configured(fresh())));
    } else if (found.size() == 1 && !changes(found.getFirst()).isEmpty()) {
      ObjectNode component = configured(found.getFirst());
      String id = UrlPath.encode(component.path("id").asString(""));
      api.put(api.realm("/components/" + id), component).expectOk();
    }
  }

  private static ObjectNode fresh() {
    ObjectNode component = JsonMapper.shared().createObjectNode();
    component.put("name", PROVIDER);
    component.put("providerId", PROVIDER);
    component.put("providerType", TYPE);
    ObjectNode config = component.putObject("config");
    set(config, "timeoutMillis", TIMEOUT_MILLIS);
    set(config, "priority", "0");
    set(config, "cachePolicy", "DEFAULT");
    // Each synchronization reports to the gateway what could not be reported earlier.
    set(config, "changedSyncPeriod", RETRY_SECONDS);
    set(config, "fullSyncPeriod", "-1");
    return component;
  }

  private ObjectNode configured(ObjectNode component) {
    // Keycloak never returns a stored token; its fingerprint shows whether it is the same.
    component.put("subType", tokenFingerprint(request.gatewayToken()));
    ObjectNode config = component.withObject("/config");
    set(config, "enabled", "true");
    set(config, "paused", "false");
    set(config, "gatewayUrl", request.gatewayUrl().toString());
    set(config, "gatewayToken", request.gatewayToken().reveal());
    set(config, "mode", mode());
    new FirstLoginSettings(request.firstLogin())
        .all()
        .forEach((name, value) -> set(config, name, value));
    privileged().forEach(config.putArray(PRIVILEGED)::add);
    set(config, PREFERRED_USERNAME, preferredUsername());
    return component;
  }

  /** Returns the attribute by which people log in besides the username; empty if there is none. */
  private String preferredUsername() {
    return Logins.preferredUsername(request).orElse("");
  }

  /** Returns the paths of the groups with roles that users may be put into. */
  private Set<String> privileged() {
    return request.names().privileged().stream()
        .map(name -> GroupPath.normal(request.names().groupPath(name)))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> privileged(JsonNode component) {
    return component
        .path("config")
        .path(PRIVILEGED)
        .valueStream()
        .map(path -> path.asString(""))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private List<ObjectNode> find() throws TroubleException {
    return api.get(api.realm("/components?type=" + TYPE))
        .expectOk()
        .body()
        .valueStream()
        .filter(component -> component.path("providerId").asString("").equals(PROVIDER))
        .map(ObjectNode.class::cast)
        .toList();
  }

  private String mode() {
    return request.mode().name().toLowerCase(Locale.ROOT);
  }

  private static String setting(JsonNode component, String name) {
    return component.path("config").path(name).path(0).asString("");
  }

  private static void set(ObjectNode config, String name, String value) {
    config.putArray(name).add(value);
  }

  private static String tokenFingerprint(Secret token) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256")
              .digest(token.reveal().getBytes(StandardCharsets.UTF_8));
      return "token-" + HexFormat.of().formatHex(digest, 0, 6);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }
}
