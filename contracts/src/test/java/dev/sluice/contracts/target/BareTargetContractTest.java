package dev.sluice.contracts.target;

import dev.sluice.api.target.ClaimedTarget;
import dev.sluice.api.target.Target;
import dev.sluice.api.target.TargetCapability;
import dev.sluice.api.user.PlannedUser;
import dev.sluice.api.user.UserId;
import java.util.Optional;
import java.util.Set;

/** A target that claims next to nothing refuses users who need more. */
class BareTargetContractTest extends TargetContract {
  private final FakeTarget target =
      new FakeTarget(
          Set.of(
              TargetCapability.KEEPS_ID,
              TargetCapability.KEEPS_CREATION_TIME,
              TargetCapability.VERIFIED_FLAGS));

  @Override
  protected Target target() {
    return ClaimedTarget.of(target);
  }

  @Override
  protected Optional<PlannedUser> stored(UserId id) {
    return target.stored(id);
  }

  @Override
  protected void move(UserId id) {
    target.keepPassword(id);
  }
}
