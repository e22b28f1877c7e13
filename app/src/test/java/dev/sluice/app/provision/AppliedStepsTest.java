package dev.sluice.app.provision;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.api.target.TargetException;
import dev.sluice.api.target.provision.ProvisionStep;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AppliedStepsTest {
  private final AppliedSteps applied = new AppliedSteps();

  /** A step that fails in a certain way, or not at all. */
  private record Step(String describe, @Nullable TargetException failure, boolean isFoundation)
      implements ProvisionStep {
    Step(String text) {
      this(text, null, false);
    }

    @Override
    public void apply() {
      if (failure != null) {
        throw failure;
      }
    }
  }

  private List<Boolean> run(Step... steps) {
    return List.of(steps).stream().map(applied::apply).toList();
  }

  @Test
  void a_step_that_fails_stops_no_other_and_is_told_at_the_end() {
    var failing = new Step("create group b", new TargetException("Could not: 500."), false);

    assertThat(run(new Step("a"), failing, new Step("c"))).containsExactly(true, false, true);
    assertThat(applied.failures()).extracting(AppliedSteps.Failure::step).containsExactly(failing);
    assertThat(applied.lines())
        .containsExactly(
            "Failed, and to be done by the next run of the same command:", " - Could not: 500.");
  }

  @Test
  void without_the_realm_nothing_else_is_tried() {
    var realm = new Step("create realm", new TargetException("Could not: 409."), true);

    assertThat(run(realm, new Step("b"), new Step("c"))).containsExactly(false, false, false);
    assertThat(applied.failures()).hasSize(1);
    assertThat(applied.lines()).endsWith("Not tried after that: 2 more.");
  }

  @Test
  void a_target_that_answers_nothing_any_more_is_not_asked_again() {
    var cut = new Step("a", new TargetException("No answer.").unavailable(), false);

    assertThat(run(cut, new Step("b"))).containsExactly(false, false);
    assertThat(applied.notTried()).isEqualTo(1);
  }

  @Test
  void when_all_is_done_nothing_is_said() {
    assertThat(run(new Step("a"))).containsExactly(true);
    assertThat(applied.lines()).isEmpty();
  }
}
