package dev.sluice.contracts.target;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.api.target.TargetCapability;
import dev.sluice.api.target.provision.SourceNames;
import dev.sluice.api.target.user.PlannedUpdate;
import dev.sluice.api.target.user.UpdateOutcome;
import dev.sluice.api.user.FirstPassword;
import dev.sluice.api.user.PlannedUser;
import dev.sluice.api.user.RequiredAction;
import dev.sluice.api.user.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** How a target changes and removes users who have not moved yet, and no others. */
abstract class TargetUpdates extends TargetIds {
  private static final SourceNames NAMES =
      new SourceNames(Set.of("plan", "locale"), Set.of("/readers", "/staff/admins"));

  @Test
  @Claim(TargetCapability.UPDATES)
  void an_updated_user_is_as_planned_field_by_field() {
    PlannedUser before = written(full());
    Instant made = stored(before.id()).orElseThrow().createdAt();
    PlannedUser after =
        PlannedUserBuilder.plain()
            .id(before.id().value())
            .username("renamed-" + before.username())
            .email("renamed-" + before.email(), false)
            .phoneNumber("+420601123456", false)
            .names("Božena", "Němcová")
            .attributes(Map.of("plan", List.of("silver")))
            .groups("/readers")
            .identity("Google", "other-" + before.id())
            .firstPassword(FirstPassword.AT_FIRST_LOGIN)
            .obligations(RequiredAction.VERIFY_EMAIL)
            .enabled(false)
            .build();

    assertThat(update(after, false)).isEqualTo(new UpdateOutcome.Done(after.id()));

    PlannedUser kept = stored(after.id()).orElseThrow();
    assertThat(kept.username()).isEqualToIgnoringCase(after.username());
    assertThat(kept.enabled()).isFalse();
    assertThat(kept.email()).isEqualToIgnoringCase(after.email());
    assertThat(kept.emailVerified()).isFalse();
    assertThat(kept.phoneNumber()).isEqualTo(after.phoneNumber());
    assertThat(kept.phoneNumberVerified()).isFalse();
    assertThat(kept.givenName()).isEqualTo("Božena");
    assertThat(kept.familyName()).isEqualTo("Němcová");
    assertThat(kept.attributes())
        .containsEntry("plan", List.of("silver"))
        .doesNotContainKey("locale");
    assertThat(kept.groups()).containsExactly("/readers");
    assertThat(kept.identities())
        .singleElement()
        .satisfies(link -> assertThat(link.userId()).isEqualTo("other-" + before.id()));
    assertThat(kept.obligations()).containsExactly(RequiredAction.VERIFY_EMAIL);
    assertThat(kept.firstPassword()).isEqualTo(FirstPassword.AT_FIRST_LOGIN);
    assertThat(kept.createdAt()).isEqualTo(made);
  }

  @Test
  @Claim(TargetCapability.UPDATES)
  void what_the_source_has_no_more_is_no_more_at_the_target() {
    PlannedUser before = written(full().obligations(RequiredAction.VERIFY_EMAIL));
    PlannedUser bare =
        awaiting(before.id()).username(before.username()).attributes(Map.of()).build();

    update(bare, false);

    PlannedUser kept = stored(bare.id()).orElseThrow();
    assertThat(kept.email()).isNull();
    assertThat(kept.emailVerified()).isFalse();
    assertThat(kept.phoneNumber()).isNull();
    assertThat(kept.givenName()).isNull();
    assertThat(kept.groups()).isEmpty();
    assertThat(kept.identities()).isEmpty();
    assertThat(kept.obligations()).isEmpty();
    assertThat(kept.attributes()).doesNotContainKeys("plan", "locale");
  }

  @Test
  @Claim({TargetCapability.UPDATES, TargetCapability.GROUPS})
  void what_the_targets_owner_has_added_stays() {
    PlannedUser before =
        written(
            full()
                .attributes(Map.of("note", List.of("call back"), "plan", List.of("gold")))
                .groups("/staff/admins", "/own/choice"));

    update(awaiting(before.id()).username(before.username()).groups("/readers").build(), false);

    PlannedUser kept = stored(before.id()).orElseThrow();
    assertThat(kept.attributes())
        .containsEntry("note", List.of("call back"))
        .doesNotContainKey("plan");
    assertThat(kept.groups()).containsExactlyInAnyOrder("/own/choice", "/readers");
  }

  @Test
  @Claim(TargetCapability.UPDATES)
  void who_was_disabled_at_the_target_is_enabled_only_when_the_source_has_enabled() {
    PlannedUser before = written(full().enabled(false));
    PlannedUser enabled =
        awaiting(before.id()).username(before.username()).names("Still", "Disabled").build();

    update(enabled, false);
    assertThat(stored(before.id()).orElseThrow().enabled()).isFalse();
    assertThat(stored(before.id()).orElseThrow().givenName()).isEqualTo("Still");
    update(enabled, true);
    assertThat(stored(before.id()).orElseThrow().enabled()).isTrue();
  }

  @Test
  @Claim({TargetCapability.UPDATES, TargetCapability.FIRST_LOGIN_OF_WRITTEN_USERS})
  void updating_again_changes_nothing_more() {
    PlannedUser user = written(full());

    update(user, false);
    Optional<PlannedUser> once = stored(user.id());

    assertThat(update(user, false)).isEqualTo(new UpdateOutcome.Done(user.id()));
    assertThat(stored(user.id())).isEqualTo(once);
    assertThat(target().find(user.id()).orElseThrow().awaitsFirstLogin()).isTrue();
  }

  @Test
  @Claim({TargetCapability.UPDATES, TargetCapability.REMOVES})
  void who_has_moved_is_neither_updated_nor_removed() {
    PlannedUser user = written(full());
    move(user.id());
    Optional<PlannedUser> moved = stored(user.id());

    assertThat(update(awaiting(user.id()).username(user.username()).enabled(false).build(), true))
        .isEqualTo(new UpdateOutcome.InCharge(user.id()));
    assertThat(target().remove(List.of(user.id())))
        .containsExactly(new UpdateOutcome.InCharge(user.id()));
    assertThat(stored(user.id())).isEqualTo(moved);
  }

  @Test
  @Claim({TargetCapability.UPDATES, TargetCapability.REMOVES})
  void who_never_had_a_password_to_move_is_the_targets_from_the_start() {
    PlannedUser user = written(full().firstPassword(FirstPassword.NONE));

    assertThat(update(user, false)).isEqualTo(new UpdateOutcome.InCharge(user.id()));
    assertThat(target().remove(List.of(user.id())))
        .containsExactly(new UpdateOutcome.InCharge(user.id()));
  }

  @Test
  @Claim({TargetCapability.UPDATES, TargetCapability.REMOVES})
  void who_is_not_there_is_not_made_by_an_update() {
    PlannedUser stranger = full().build();

    assertThat(update(stranger, true)).isEqualTo(new UpdateOutcome.NotThere(stranger.id()));
    assertThat(target().remove(List.of(stranger.id())))
        .containsExactly(new UpdateOutcome.NotThere(stranger.id()));
    assertThat(target().find(stranger.id())).isEmpty();
  }

  @Test
  @Claim(TargetCapability.UPDATES)
  void an_update_to_a_username_of_somebody_else_is_refused_and_the_rest_is_done() {
    PlannedUser owner = written(full());
    PlannedUser rival = written(full());
    PlannedUser other = written(full());

    List<UpdateOutcome> outcomes =
        target()
            .update(
                List.of(
                    new PlannedUpdate(
                        awaiting(rival.id()).username(owner.username()).build(), false),
                    new PlannedUpdate(
                        awaiting(other.id()).username(other.username()).names("N", "M").build(),
                        false)),
                NAMES);

    assertThat(outcomes.get(0))
        .isInstanceOfSatisfying(
            UpdateOutcome.Refused.class,
            refused -> {
              assertThat(refused.id()).isEqualTo(rival.id());
              assertThat(refused.problem()).contains(owner.id().value());
              assertThat(refused.taken()).isTrue();
            });
    assertThat(outcomes.get(1)).isEqualTo(new UpdateOutcome.Done(other.id()));
    assertThat(stored(rival.id()).orElseThrow().username()).isEqualTo(rival.username());
    assertThat(stored(other.id()).orElseThrow().givenName()).isEqualTo("N");
  }

  @Test
  @Claim(TargetCapability.REMOVES)
  void a_removed_user_is_no_more_and_leaves_the_name_to_others() {
    PlannedUser user = written(full());

    assertThat(target().remove(List.of(user.id())))
        .containsExactly(new UpdateOutcome.Done(user.id()));

    assertThat(target().find(user.id())).isEmpty();
    assertThat(stored(user.id())).isEmpty();
    written(full().username(user.username()).email(user.username() + "@e.org", true));
  }

  @Test
  void what_is_not_claimed_is_refused_by_its_name() {
    UserId nobody = PlannedUserBuilder.plain().build().id();
    if (!target().describe().capabilities().contains(TargetCapability.UPDATES)) {
      assertRefused(update(awaiting(nobody).build(), false), TargetCapability.UPDATES);
    }
    if (!target().describe().capabilities().contains(TargetCapability.REMOVES)) {
      assertRefused(target().remove(List.of(nobody)).getFirst(), TargetCapability.REMOVES);
    }
  }

  private static void assertRefused(UpdateOutcome outcome, TargetCapability missing) {
    assertThat(outcome)
        .isInstanceOfSatisfying(
            UpdateOutcome.Refused.class,
            refused -> assertThat(refused.problem()).contains(missing.name()));
  }

  private UpdateOutcome update(PlannedUser user, boolean mayEnable) {
    List<UpdateOutcome> outcomes =
        target().update(List.of(new PlannedUpdate(user, mayEnable)), NAMES);
    assertThat(outcomes).hasSize(1);
    return outcomes.getFirst();
  }

  /** Returns a user with an account at Google that no other user has. */
  private static PlannedUserBuilder full() {
    return PlannedUserBuilder.full().identity("Google", UUID.randomUUID().toString());
  }

  private static PlannedUserBuilder awaiting(UserId id) {
    return PlannedUserBuilder.plain().id(id.value()).firstPassword(FirstPassword.AT_FIRST_LOGIN);
  }
}
