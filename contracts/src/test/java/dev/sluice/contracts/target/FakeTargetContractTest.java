package dev.sluice.contracts.target;

import dev.sluice.api.target.Target;
import dev.sluice.api.user.PlannedUser;
import dev.sluice.api.user.UserId;
import java.util.Optional;

/** A target in memory, of which users share ids with another part and an address with nobody. */
class FakeTargetContractTest extends TargetContract {
  private final FakeTarget target = new FakeTarget().oneEmailEach();

  FakeTargetContractTest() {
    target.hasElsewhere(PlannedUserBuilder.plain().build().id(), "another part");
  }

  @Override
  protected Target target() {
    return target;
  }

  @Override
  protected Optional<PlannedUser> stored(UserId id) {
    return target.stored(id);
  }

  @Override
  protected void move(UserId id) {
    target.keepPassword(id);
  }

  @Override
  protected void cutOff(UserId id) {
    target.unlink(id);
  }

  @Override
  protected void bringElsewhere(PlannedUser user) {
    target.hasElsewhere(user.id(), "another part");
  }

  @Override
  protected boolean asksAbout(String login) {
    return true; // in memory there is no gateway
  }
}
