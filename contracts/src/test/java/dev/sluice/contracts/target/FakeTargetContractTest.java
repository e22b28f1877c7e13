package dev.sluice.contracts.target;

import dev.sluice.api.target.Target;
import dev.sluice.api.user.PlannedUser;
import dev.sluice.api.user.UserId;
import java.util.Optional;

class FakeTargetContractTest extends TargetContract {
  private final FakeTarget target = new FakeTarget();

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
  protected boolean asksAbout(String login) {
    return true; // in memory there is no gateway
  }
}
