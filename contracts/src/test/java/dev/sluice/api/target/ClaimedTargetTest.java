package dev.sluice.api.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.api.target.provision.SourceNames;
import dev.sluice.api.target.user.PlannedUpdate;
import dev.sluice.api.target.user.UpdateOutcome;
import dev.sluice.api.target.user.WriteOutcome;
import dev.sluice.api.user.FirstPassword;
import dev.sluice.api.user.PlannedUser;
import dev.sluice.contracts.target.FakeTarget;
import dev.sluice.contracts.target.PlannedUserBuilder;
import java.lang.reflect.Method;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Any target refuses in the same words whoever needs what it does not claim. */
class ClaimedTargetTest {
  private static final SourceNames NAMES = new SourceNames(Set.of("plan"), Set.of("/readers"));

  private final FakeTarget fake =
      new FakeTarget(EnumSet.of(TargetCapability.KEEPS_ID, TargetCapability.UPDATES));
  private final Target target = ClaimedTarget.of(fake);

  @Test
  void who_needs_more_is_refused_with_cause_and_remedy_and_the_others_are_written() {
    PlannedUser before = PlannedUserBuilder.plain().build();
    PlannedUser grouped = PlannedUserBuilder.plain().groups("/readers").build();
    PlannedUser after = PlannedUserBuilder.plain().build();

    assertThat(target.write(List.of(before, grouped, after)))
        .containsExactly(
            new WriteOutcome.Created(before.id()),
            new WriteOutcome.Refused(
                grouped.id(),
                "The target does not claim to keep groups (GROUPS), and the user needs it. Move"
                    + " users outside of groups alone (sluice bulk --only SEGMENT), or choose a"
                    + " target that has groups."),
            new WriteOutcome.Created(after.id()));
    assertThat(fake.users()).containsExactly(before, after);
  }

  @Test
  void an_update_needs_no_way_to_a_password_and_all_else() {
    PlannedUser user =
        PlannedUserBuilder.plain().firstPassword(FirstPassword.AT_FIRST_LOGIN).build();
    PlannedUser grouped = PlannedUserBuilder.plain().groups("/readers").build();
    fake.write(List.of(user));

    assertThat(
            target.update(
                List.of(new PlannedUpdate(grouped, false), new PlannedUpdate(user, false)), NAMES))
        .satisfiesExactly(
            refused ->
                assertThat(refused)
                    .isEqualTo(
                        new UpdateOutcome.Refused(grouped.id(), TargetCapability.GROUPS.refusal())),
            done -> assertThat(done).isEqualTo(new UpdateOutcome.Done(user.id())));
  }

  @Test
  void a_target_that_does_not_claim_to_remove_is_never_asked_to() {
    PlannedUser user = PlannedUserBuilder.plain().build();
    fake.write(List.of(user));

    assertThat(target.remove(List.of(user.id())))
        .containsExactly(new UpdateOutcome.Refused(user.id(), TargetCapability.REMOVES.refusal()));
    assertThat(fake.users()).containsExactly(user);
  }

  @Test
  void more_than_a_batch_at_once_is_a_mistake_of_the_caller() {
    List<PlannedUser> many = Collections.nCopies(101, PlannedUserBuilder.plain().build());

    assertThatThrownBy(() -> target.write(many))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("101 users at once, but it takes at most 100 are taken.");
  }

  @Test
  void it_is_held_to_its_claims_once() {
    assertThat(ClaimedTarget.of(target)).isSameAs(target);
  }

  /** A default method of the interface would otherwise stand in for the target's own. */
  @Test
  void whatever_can_be_asked_of_a_target_reaches_it() {
    assertThat(Stream.of(Target.class.getMethods()).map(ClaimedTargetTest::signature))
        .isSubsetOf(
            Stream.of(ClaimedTarget.class.getDeclaredMethods())
                .map(ClaimedTargetTest::signature)
                .toList());
  }

  @ParameterizedTest
  @EnumSource
  void every_capability_says_what_it_is_and_what_to_do_without(TargetCapability capability) {
    assertThat(capability.deed()).matches("[a-z].*[^.]");
    assertThat(capability.meaning()).matches("[A-Z].*\\.");
    assertThat(capability.remedy()).matches("[A-Z].*\\.");
    assertThat(capability.refusal()).contains(capability.name(), capability.remedy());
  }

  private static String signature(Method method) {
    return method.getName() + List.of(method.getParameterTypes());
  }
}
