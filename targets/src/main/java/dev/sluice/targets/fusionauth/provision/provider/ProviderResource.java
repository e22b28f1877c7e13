package dev.sluice.targets.fusionauth.provision.provider;

import dev.sluice.targets.fusionauth.api.FusionAuthApi;
import dev.sluice.targets.fusionauth.provision.object.ObjectIds;
import dev.sluice.targets.http.TroubleException;
import dev.sluice.targets.provision.TargetResource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads and writes the identity providers that users of the tenant can use, with application names
 * in place of FusionAuth's ids. FusionAuth chooses the providers' own ids.
 *
 * @param applications client ids by the names of the applications that Sluice created
 */
public record ProviderResource(FusionAuthApi api, ObjectIds ids, Map<String, String> applications)
    implements TargetResource {
  private static final String ALL = "/api/identity-provider";
  private static final String OFFERED = "applications";
  private static final String CONFIGURATION = "applicationConfiguration";

  @Override
  public Optional<ObjectNode> find(String name) throws TroubleException {
    Optional<ObjectNode> found =
        api.getOutsideTenant(ALL)
            .expectOk()
            .body()
            .path("identityProviders")
            .valueStream()
            .filter(provider -> provider.path("name").asString("").equals(name))
            .filter(this::usable)
            .map(ObjectNode.class::cast)
            .findFirst();
    found.ifPresent(this::tellApplications);
    return found;
  }

  /**
   * Tells whether a provider is usable in the tenant; one without a tenant is for users of all
   * tenants.
   */
  private boolean usable(JsonNode provider) {
    String tenant = provider.path("tenantId").asString("");
    return tenant.isEmpty() || tenant.equalsIgnoreCase(ids.tenant().toString());
  }

  private void tellApplications(ObjectNode provider) {
    Map<String, String> names = new HashMap<>();
    applications.forEach((name, client) -> names.put(ids.application(client).toString(), name));
    ArrayNode told = provider.putArray(OFFERED);
    provider
        .path(CONFIGURATION)
        .forEachEntry((id, settings) -> {
          if (settings.path("enabled").asBoolean(false)) {
            told.add(names.getOrDefault(id, id));
          }
        });
  }

  @Override
  public void create(ObjectNode fresh) throws TroubleException {
    api.postOutsideTenant(ALL, request(fresh)).expectOk();
  }

  @Override
  public void change(ObjectNode found, ObjectNode merged) throws TroubleException {
    String id = found.path("id").asString("");
    api.putOutsideTenant(ALL + "/" + id, request(merged)).expectOk();
  }

  private ObjectNode request(ObjectNode merged) {
    ObjectNode provider = merged.deepCopy();
    for (JsonNode each : merged.path(OFFERED)) {
      String client = applications.get(each.asString(""));
      if (client != null) {
        UUID id = ids.application(client);
        ObjectNode settings = provider.withObject("/" + CONFIGURATION + "/" + id);
        if (!settings.path("enabled").asBoolean(false)) {
          settings.put("enabled", true).put("createRegistration", true);
        }
      }
    }
    provider.remove(OFFERED);
    ObjectNode request = JsonMapper.shared().createObjectNode();
    request.set("identityProvider", provider);
    return request;
  }
}
