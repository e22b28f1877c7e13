package dev.sluice.app.serve;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.api.MigrationMode;
import dev.sluice.api.target.TargetCapability;
import dev.sluice.api.target.TargetDescription;
import dev.sluice.migration.run.ConditionException;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ServingTest {
  private static final TargetDescription ASKS_ABOUT_WRITTEN_USERS =
      new TargetDescription(
          "half-able", Set.of(TargetCapability.FIRST_LOGIN_OF_WRITTEN_USERS), 50, 3);

  @Test
  void a_way_that_the_target_cannot_go_is_refused_with_what_to_do() {
    assertThatThrownBy(
            () -> Serving.requireThatTheTargetAsks(ASKS_ABOUT_WRITTEN_USERS, MigrationMode.SLOW))
        .isInstanceOf(ConditionException.class)
        .hasMessage(
            "The target half-able does not claim to ask about unknown logins"
                + " (FIRST_LOGIN_OF_UNKNOWN_USERS), which mode: slow needs. Set mode: bulk in"
                + " sluice.yaml, or mode: hybrid if the target asks about existing users.");
  }

  @Test
  void ways_that_the_target_can_go_are_served() {
    assertThatCode(
            () -> {
              Serving.requireThatTheTargetAsks(ASKS_ABOUT_WRITTEN_USERS, MigrationMode.HYBRID);
              Serving.requireThatTheTargetAsks(ASKS_ABOUT_WRITTEN_USERS, MigrationMode.BULK);
            })
        .doesNotThrowAnyException();
  }
}
