package dev.sluice.contracts.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.sluice.api.target.Target;
import dev.sluice.api.target.TargetCapability;
import dev.sluice.api.target.user.WriteOutcome;
import dev.sluice.api.user.PlannedUser;
import dev.sluice.api.user.UserId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInfo;

/** What a target's test supplies, and what the tests of the contract have in common. */
abstract class TargetKit {

  /** Returns the target, provisioned and ready. */
  protected abstract Target target();

  /**
   * Returns the user as the target has it, read by other means than the target's own, for
   * comparison; with the id by which the target itself knows the user.
   */
  protected abstract Optional<PlannedUser> stored(UserId id);

  /** Lets a user move, as a first login or a new password does. */
  protected abstract void move(UserId id);

  /**
   * Lets a user whom the target does not know try to log in, and returns whether the target asked
   * the gateway. Needed where {@link TargetCapability#FIRST_LOGIN_OF_UNKNOWN_USERS} is claimed.
   */
  protected boolean asksAbout(String login) {
    throw new AssertionError(
        getClass().getSimpleName()
            + " does not say how a user logs in: override asksAbout, or do not claim"
            + " FIRST_LOGIN_OF_UNKNOWN_USERS.");
  }

  /**
   * Cuts a user off from the source, so that the target no longer asks about the password. Needed
   * where {@link TargetCapability#RELINKS} is claimed.
   */
  protected void cutOff(UserId id) {
    throw new AssertionError(
        getClass().getSimpleName()
            + " does not say how a user is cut off: override cutOff, or do not claim RELINKS.");
  }

  /**
   * Brings a user into another part of the same installation. Needed where the target {@link
   * Target#sharesIds}.
   */
  protected void bringElsewhere(PlannedUser user) {
    throw new AssertionError(
        getClass().getSimpleName()
            + " does not say how a user gets into another part: override bringElsewhere, or do not"
            + " share ids.");
  }

  @BeforeEach
  void skipWhatIsNotClaimed(TestInfo test) {
    Claim claim = test.getTestMethod().orElseThrow().getAnnotation(Claim.class);
    if (claim != null) {
      for (TargetCapability capability : claim.value()) {
        assumeTrue(
            claims(capability), target().describe().name() + " does not claim " + capability);
      }
    }
  }

  final boolean claims(TargetCapability capability) {
    return target().describe().capabilities().contains(capability);
  }

  final PlannedUser written(PlannedUserBuilder builder) {
    PlannedUser user = builder.build();
    assertThat(target().write(List.of(user))).containsExactly(new WriteOutcome.Created(user.id()));
    return user;
  }

  static String unique() {
    return PlannedUserBuilder.plain().build().id().value().substring(0, 8);
  }
}
