package dev.sluice.contracts.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.sluice.api.target.TargetCapability;
import dev.sluice.api.target.user.UpdateOutcome;
import dev.sluice.api.user.FirstPassword;
import dev.sluice.api.user.PlannedUser;
import dev.sluice.api.user.UserId;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How a target lets users who were cut off from the source await their first login again. */
abstract class TargetRelinks extends TargetReadBack {

  @Test
  @Claim({TargetCapability.RELINKS, TargetCapability.FIRST_LOGIN_OF_WRITTEN_USERS})
  void who_was_cut_off_from_the_source_awaits_the_first_login_again() {
    PlannedUser user = written(awaiting());
    cutOff(user.id());
    assertThat(target().find(user.id()).orElseThrow().awaitsFirstLogin()).isFalse();

    assertThat(target().relink(List.of(user.id())))
        .containsExactly(new UpdateOutcome.Done(user.id()));
    assertThat(target().relink(List.of(user.id())))
        .containsExactly(new UpdateOutcome.Done(user.id()));

    assertThat(target().find(user.id()).orElseThrow().awaitsFirstLogin()).isTrue();
  }

  @Test
  @Claim({TargetCapability.RELINKS, TargetCapability.FIRST_LOGIN_OF_WRITTEN_USERS})
  void who_has_a_password_is_not_linked_to_the_source_again() {
    PlannedUser user = written(awaiting());
    move(user.id());

    assertThat(target().relink(List.of(user.id())))
        .containsExactly(new UpdateOutcome.InCharge(user.id()));

    assertThat(target().find(user.id()).orElseThrow().awaitsFirstLogin()).isFalse();
    assertThat(target().find(user.id()).orElseThrow().hasPassword()).isTrue();
  }

  @Test
  @Claim(TargetCapability.RELINKS)
  void who_is_not_there_is_not_made_by_linking() {
    UserId nobody = PlannedUserBuilder.plain().build().id();

    assertThat(target().relink(List.of(nobody)))
        .containsExactly(new UpdateOutcome.NotThere(nobody));
    assertThat(target().find(nobody)).isEmpty();
  }

  @Test
  void who_does_not_link_users_again_says_so() {
    assumeTrue(!claims(TargetCapability.RELINKS), target().describe().name() + " claims RELINKS");
    UserId nobody = PlannedUserBuilder.plain().build().id();

    assertThat(target().relink(List.of(nobody)))
        .containsExactly(new UpdateOutcome.Refused(nobody, TargetCapability.RELINKS.refusal()));
  }

  private static PlannedUserBuilder awaiting() {
    return PlannedUserBuilder.plain().firstPassword(FirstPassword.AT_FIRST_LOGIN);
  }
}
