package dev.sluice.targets.fusionauth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.api.target.ClaimedTarget;
import dev.sluice.api.target.Target;
import dev.sluice.api.user.PlannedUser;
import dev.sluice.api.user.UserId;
import dev.sluice.contracts.fusionauth.FakeFusionAuth;
import dev.sluice.contracts.target.TargetContract;
import dev.sluice.targets.fusionauth.api.FusionAuthApi;
import dev.sluice.targets.http.TroubleException;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A tenant of the fake FusionAuth keeps the contract. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FusionAuthTargetContractTest extends TargetContract {
  private final FakeFusionAuth fake = FakeFusionAuth.start();
  private UUID shop;
  private Target target;

  @BeforeAll
  void open() {
    fake.addIdentityProvider("Google", "Google");
    fake.addTenant("Of somebody else");
    shop = UUID.fromString(fake.addApplication("Shop"));
    target = ClaimedTarget.of(Fakes.target(Fakes.options(fake, shop)));
  }

  @AfterAll
  void close() {
    target.close();
    assertThat(fake.parallelImports()).isZero();
    fake.close();
  }

  @Override
  protected Target target() {
    return target;
  }

  @Override
  protected Optional<PlannedUser> stored(UserId id) {
    return new StoredUsers(fake).read(id);
  }

  @Override
  protected void move(UserId id) {
    fake.setPassword(id.value(), "made-up Zebra 41");
  }

  @Override
  protected boolean asksAbout(String login) {
    JsonNode attempt =
        JsonMapper.shared()
            .createObjectNode()
            .put("applicationId", shop.toString())
            .put("loginId", login)
            .put("password", "made-up Zebra 42");
    try (FusionAuthApi api = new FusionAuthApi(Fakes.options(fake, shop));
        AskedConnector connector = new AskedConnector()) {
      connector.connect(api);
      assertThat(api.post("/api/login", attempt).missing()).isTrue();
      return connector.wasAskedAbout(login);
    } catch (TroubleException e) {
      throw new AssertionError(e);
    }
  }
}
