package dev.sluice.contracts.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.api.MigrationMode;
import dev.sluice.api.Secret;
import dev.sluice.api.target.TargetException;
import dev.sluice.api.target.provision.NamesAtTarget;
import dev.sluice.api.target.provision.ProvisionRequest;
import dev.sluice.api.target.provision.ProvisionStep;
import dev.sluice.api.target.provision.Readiness;
import dev.sluice.api.target.user.WriteOutcome;
import dev.sluice.api.user.PlannedUser;
import dev.sluice.contracts.source.PoolInventories;
import java.net.URI;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class FakeTargetTest {
  private final FakeTarget target = new FakeTarget();
  private final PlannedUser ada = PlannedUserBuilder.full().build();
  private final PlannedUser bob =
      PlannedUserBuilder.full().identity("Google", "20769150350006150715113082368").build();

  @Test
  void it_puts_off_as_many_writes_as_it_was_told_to() {
    target.putOff(1, Duration.ofSeconds(7));

    assertThat(target.write(List.of(ada)))
        .singleElement()
        .isInstanceOfSatisfying(
            WriteOutcome.TryLater.class,
            later -> assertThat(later.after()).isEqualTo(Duration.ofSeconds(7)));
    assertThat(target.write(List.of(ada))).containsExactly(new WriteOutcome.Created(ada.id()));
  }

  @Test
  void it_refuses_a_user_until_it_accepts_her() {
    target.refuse(ada.id(), "too tall");

    assertThat(target.write(List.of(ada)))
        .containsExactly(new WriteOutcome.Refused(ada.id(), "too tall"));
    target.accept(ada.id());
    assertThat(target.write(List.of(ada))).containsExactly(new WriteOutcome.Created(ada.id()));
  }

  @Test
  void it_dies_once_in_mid_batch_and_keeps_what_it_has_written() {
    target.dieAfter(1);

    assertThatThrownBy(() -> target.write(List.of(ada, bob))).isInstanceOf(TargetException.class);
    assertThat(target.users()).containsExactly(ada);
    assertThat(target.write(List.of(ada, bob)))
        .containsExactly(
            new WriteOutcome.AlreadyThere(ada.id()), new WriteOutcome.Created(bob.id()));
  }

  @Test
  void a_kept_password_ends_the_waiting_for_the_first_login() {
    target.write(List.of(ada));
    target.keepPassword(ada.id());

    assertThat(target.find(ada.id()).orElseThrow().hasPassword()).isTrue();
    assertThat(target.find(ada.id()).orElseThrow().awaitsFirstLogin()).isFalse();
  }

  @Test
  void it_is_as_ready_as_it_was_told_to_be() {
    Readiness notReady = new Readiness.NotReady("It sleeps.", "Wake it.");
    target.readiness(notReady);

    assertThat(target.check()).isEqualTo(notReady);
  }

  @Test
  void provisioning_is_over_once_its_step_was_applied() {
    ProvisionRequest request =
        new ProvisionRequest(
            MigrationMode.HYBRID,
            URI.create("http://127.0.0.1:7170"),
            new Secret("made-up"),
            List.of("plan"),
            List.of("/readers"),
            true,
            PoolInventories.plain(),
            NamesAtTarget.unchanged());
    target.provision(request).forEach(ProvisionStep::apply);

    assertThat(target.provision(request)).isEmpty();
  }

  @Test
  void more_than_a_batch_at_once_is_a_mistake_of_the_caller() {
    assertThatThrownBy(() -> target.write(Collections.nCopies(101, ada)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("101")
        .hasMessageContaining("100");
  }
}
