package dev.sluice.contracts.target;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.api.target.ClaimedTarget;
import dev.sluice.api.target.TargetCapability;
import dev.sluice.api.target.user.WriteOutcome;
import dev.sluice.api.user.FirstPassword;
import dev.sluice.api.user.PlannedUser;
import dev.sluice.api.user.RequiredAction;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * What every target must do. A target may be shared by all tests: each writes users of its own.
 *
 * <p>Every claimed capability is tested. A user who needs one that is not claimed must be refused
 * with a problem that names it and says what to do.
 */
public abstract class TargetContract extends TargetClaims {
  private static final Map<TargetCapability, PlannedUserBuilder> NEEDY =
      Map.of(
          TargetCapability.GROUPS,
          PlannedUserBuilder.plain().groups("/readers"),
          TargetCapability.EXTERNAL_IDENTITIES,
          PlannedUserBuilder.plain().identity("Google", "1076915035-33"),
          TargetCapability.MUST_RESET_FLAG,
          PlannedUserBuilder.plain().firstPassword(FirstPassword.MUST_RESET),
          TargetCapability.SECOND_FACTOR_FLAG,
          PlannedUserBuilder.plain().obligations(RequiredAction.SECOND_FACTOR),
          TargetCapability.FIRST_LOGIN_OF_WRITTEN_USERS,
          PlannedUserBuilder.plain().firstPassword(FirstPassword.AT_FIRST_LOGIN));

  @Test
  void who_needs_what_is_not_claimed_is_refused_with_cause_and_remedy() {
    NEEDY.forEach((capability, builder) -> {
      if (!claims(capability)) {
        PlannedUser user = builder.build();

        assertThat(ClaimedTarget.of(target()).write(List.of(user)))
            .containsExactly(new WriteOutcome.Refused(user.id(), capability.refusal()));
        assertThat(target().find(user.id())).isEmpty();
      }
    });
  }
}
