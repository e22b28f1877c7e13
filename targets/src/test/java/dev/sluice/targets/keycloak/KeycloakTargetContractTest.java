package dev.sluice.targets.keycloak;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.api.target.Target;
import dev.sluice.api.target.user.WriteOutcome;
import dev.sluice.api.user.PlannedUser;
import dev.sluice.api.user.UserId;
import dev.sluice.contracts.target.TargetContract;
import dev.sluice.targets.http.TroubleException;
import dev.sluice.targets.keycloak.HttpStub.Reply;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;

/** A realm of a real Keycloak, provisioned by Sluice alone, keeps the contract. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KeycloakTargetContractTest extends TargetContract {
  private static final String FIRST_LOGIN = "POST /v1/first-login";

  private final HttpStub gateway = new HttpStub();
  private ContractRealm realm;
  private ContractRealm other;

  @BeforeAll
  void provision() throws TroubleException {
    gateway.on(FIRST_LOGIN, Reply.of(200, "{\"verdict\":\"refused\"}"));
    gateway.on("POST /v1/settled", Reply.of(204, ""));
    realm = ContractRealm.provision(LiveKeycloak.options("contract realm"), gateway.url());
    other = ContractRealm.provision(LiveKeycloak.options("another realm"), gateway.url());
    new Logins(realm.options()).makeClient(realm.api());
  }

  @AfterAll
  void close() {
    realm.close();
    other.close();
    gateway.close();
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

  @Override
  protected void cutOff(UserId id) {
    realm.cutOff(id);
  }

  @Override
  protected void bringElsewhere(PlannedUser user) {
    assertThat(other.target().write(List.of(user)))
        .containsExactly(new WriteOutcome.Created(user.id()));
  }

  @Override
  protected boolean asksAbout(String login) {
    new Logins(realm.options()).byGrant(login, "made-up Zebra 42");
    return gateway.requests(FIRST_LOGIN).stream()
        .anyMatch(request -> request.body().contains(login));
  }
}
