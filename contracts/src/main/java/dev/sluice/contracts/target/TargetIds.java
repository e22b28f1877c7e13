package dev.sluice.contracts.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.sluice.api.target.user.WriteOutcome;
import dev.sluice.api.user.PlannedUser;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How a target answers about ids that another part of the same installation has. */
abstract class TargetIds extends TargetRelinks {

  @Test
  void its_own_users_are_not_elsewhere() {
    PlannedUser user = written(PlannedUserBuilder.plain());
    PlannedUser nobody = PlannedUserBuilder.plain().build();

    assertThat(target().elsewhere(List.of(user.id(), nobody.id()))).isEmpty();
  }

  @Test
  void who_is_elsewhere_by_the_same_id_is_told_of_and_refused() {
    assumeTrue(target().sharesIds(), target().describe().name() + " shares ids with no other part");
    PlannedUser user = PlannedUserBuilder.plain().build();
    PlannedUser other = PlannedUserBuilder.plain().build();
    bringElsewhere(user);

    assertThat(target().elsewhere(List.of(user.id(), other.id())))
        .containsOnlyKeys(user.id())
        .allSatisfy((id, place) -> assertThat(place).isNotBlank());
    assertThat(target().write(List.of(user, other)))
        .satisfiesExactly(
            outcome ->
                assertThat(outcome)
                    .isInstanceOfSatisfying(
                        WriteOutcome.Refused.class,
                        refused -> assertThat(refused.problem()).isNotBlank()),
            outcome -> assertThat(outcome).isEqualTo(new WriteOutcome.Created(other.id())));
    assertThat(target().find(user.id())).isEmpty();
  }
}
