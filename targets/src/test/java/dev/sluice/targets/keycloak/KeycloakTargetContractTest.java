package dev.sluice.targets.keycloak;

import dev.sluice.contracts.PoolInventories;
import dev.sluice.contracts.TargetContract;
import dev.sluice.migration.Secret;
import dev.sluice.migration.Way;
import dev.sluice.migration.target.NamesAtTarget;
import dev.sluice.migration.target.ProvisionRequest;
import dev.sluice.migration.target.ProvisionStep;
import dev.sluice.migration.target.Target;
import dev.sluice.migration.user.PlannedUser;
import dev.sluice.migration.user.UserId;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.json.JsonMapper;

/** A realm of a real Keycloak, provisioned by Sluice alone, keeps the contract. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KeycloakTargetContractTest extends TargetContract {
  private final KeycloakOptions options = LiveKeycloak.options("contract realm");
  private final KeycloakApi api = new KeycloakApi(options);
  private final Target target = new KeycloakTarget(options, api);

  @BeforeAll
  void provision() throws TroubleException {
    target
        .provision(
            new ProvisionRequest(
                Way.HYBRID,
                URI.create("http://127.0.0.1:7170"),
                new Secret("made-up-token"),
                List.of("plan", "note", "address", "locale", "custom:tier"),
                List.of(),
                true,
                PoolInventories.plain(),
                NamesAtTarget.unchanged()))
        .forEach(ProvisionStep::apply);
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
  }

  @AfterAll
  void close() {
    target.close();
  }

  @Override
  protected Target target() {
    return target;
  }

  @Override
  protected Optional<PlannedUser> stored(UserId id) {
    return new StoredUsers(api).read(id);
  }

  @Override
  protected void move(UserId id) {
    try {
      api.put(
              api.realm("/users/" + id + "/reset-password"),
              JsonMapper.shared()
                  .readTree("{\"type\":\"password\",\"value\":\"made-up Zebra 41\"}"))
          .expectOk();
    } catch (TroubleException e) {
      throw new AssertionError(e);
    }
  }
}
