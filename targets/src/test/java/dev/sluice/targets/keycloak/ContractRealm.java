package dev.sluice.targets.keycloak;

import dev.sluice.api.MigrationMode;
import dev.sluice.api.Secret;
import dev.sluice.api.target.Target;
import dev.sluice.api.target.provision.NamesAtTarget;
import dev.sluice.api.target.provision.ProvisionRequest;
import dev.sluice.api.target.provision.ProvisionStep;
import dev.sluice.api.user.UserId;
import dev.sluice.contracts.source.PoolInventories;
import dev.sluice.targets.http.TroubleException;
import dev.sluice.targets.keycloak.api.KeycloakApi;
import dev.sluice.targets.keycloak.api.KeycloakOptions;
import java.net.URI;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/** A realm of a real Keycloak that Sluice alone has provisioned. */
public record ContractRealm(KeycloakOptions options, KeycloakApi api, Target target)
    implements AutoCloseable {
  static final String GATEWAY_TOKEN = "made-up-token";

  public static ContractRealm provision(KeycloakOptions options, URI gateway)
      throws TroubleException {
    var api = new KeycloakApi(options);
    var realm = new ContractRealm(options, api, new KeycloakTarget(options, api));
    realm.plan(gateway).forEach(ProvisionStep::apply);
    // Keycloak keeps links to providers that it does not have yet, and tells of them once it does.
    api.post(
            api.realm("/identity-provider/instances"),
            JsonMapper.shared()
                .readTree(
                    """
                    {"alias":"google","providerId":"google",
                     "config":{"clientId":"made-up","clientSecret":"made-up"}}
                    """))
        .expectOk();
    return realm;
  }

  /** What is left to do. */
  List<ProvisionStep> plan(URI gateway) {
    return target.provision(
        new ProvisionRequest(
            MigrationMode.HYBRID,
            gateway,
            new Secret(GATEWAY_TOKEN),
            List.of("plan", "note", "address", "locale", "custom:tier"),
            List.of(),
            true,
            PoolInventories.plain(),
            NamesAtTarget.unchanged()));
  }

  /** Gives the user a password that is not the old one. */
  void reset(UserId id, String password) {
    try {
      api.put(
              api.realm("/users/" + id + "/reset-password"),
              JsonMapper.shared().createObjectNode().put("type", "password").put("value", password))
          .expectOk();
    } catch (TroubleException e) {
      throw new AssertionError(e);
    }
  }

  /** Unlinks the user from our extension's provider, as an administrator may. */
  void cutOff(UserId id) {
    try {
      api.put(
              api.realm("/users/" + id),
              JsonMapper.shared().createObjectNode().put("federationLink", ""))
          .expectOk();
    } catch (TroubleException e) {
      throw new AssertionError(e);
    }
  }

  @Override
  public void close() {
    target.close();
  }
}
