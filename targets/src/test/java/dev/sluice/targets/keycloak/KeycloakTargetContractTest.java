package dev.sluice.targets.keycloak;

import dev.sluice.contracts.TargetContract;
import dev.sluice.migration.target.Target;
import dev.sluice.migration.user.PlannedUser;
import dev.sluice.migration.user.UserId;
import dev.sluice.targets.http.TroubleException;
import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;

/** A realm of a real Keycloak, provisioned by Sluice alone, keeps the contract. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KeycloakTargetContractTest extends TargetContract {
  private ContractRealm realm;

  @BeforeAll
  void provision() throws TroubleException {
    realm =
        ContractRealm.provision(
            LiveKeycloak.options("contract realm"), URI.create("http://127.0.0.1:7170"));
  }

  @AfterAll
  void close() {
    realm.close();
  }

  @Override
  protected Target target() {
    return realm.target();
  }

  @Override
  protected Optional<PlannedUser> stored(UserId id) {
    return new StoredUsers(realm.api()).read(id);
  }

  @Override
  protected void move(UserId id) {
    realm.reset(id, "made-up Zebra 41");
  }
}
