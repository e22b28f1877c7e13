package dev.sluice.contracts.target;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.api.target.TargetCapability;
import dev.sluice.api.target.provision.SourceNames;
import dev.sluice.api.target.user.PlannedUpdate;
import dev.sluice.api.target.user.UpdateOutcome;
import dev.sluice.api.target.user.WriteOutcome;
import dev.sluice.api.user.EmailClaim;
import dev.sluice.api.user.FirstPassword;
import dev.sluice.api.user.PlannedUser;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * Whose an address or a username is where two users come with one. A target may let users share an
 * address; then both keep it, whatever they claim.
 */
abstract class TargetLogins extends TargetUpdates {

  @Test
  void somebody_who_yields_an_address_takes_it_from_nobody_and_says_if_it_comes_without() {
    PlannedUserBuilder first = PlannedUserBuilder.plain().email(unique() + "@example.org", true);
    PlannedUser owner = written(first);
    PlannedUser other = sharing(owner).claiming(EmailClaim.YIELD);

    WriteOutcome.Created created = created(target().write(List.of(other)));

    assertThat(stored(owner.id()).orElseThrow().email()).isEqualTo(owner.email());
    assertThat(stored(other.id()).orElseThrow().email())
        .isEqualTo(created.withoutEmail() ? null : other.email());
  }

  @Test
  void a_username_that_another_has_is_refused_as_taken_where_it_is_refused() {
    PlannedUser there = written(PlannedUserBuilder.plain());
    PlannedUser namesake = PlannedUserBuilder.plain().username(there.username()).build();

    WriteOutcome foretold = target().foretell(List.of(namesake)).getFirst();
    WriteOutcome outcome = target().write(List.of(namesake)).getFirst();

    if (outcome instanceof WriteOutcome.Refused refused) {
      assertThat(refused.taken()).isTrue();
      assertThat(target().find(namesake.id())).isEmpty();
    } else {
      assertThat(foretold).isEqualTo(new WriteOutcome.Created(namesake.id()));
      assertThat(outcome).isEqualTo(foretold);
    }
  }

  @Test
  void a_second_user_of_an_address_keeps_it_or_is_refused_as_taken() {
    PlannedUser owner = written(PlannedUserBuilder.plain().email(unique() + "@example.org", true));
    PlannedUser second = sharing(owner).claiming(EmailClaim.OWN);

    keepsItOrIsRefusedAsTaken(second);

    assertThat(stored(owner.id()).orElseThrow().email()).isEqualTo(owner.email());
  }

  @Test
  @Claim(TargetCapability.FIRST_LOGIN_OF_WRITTEN_USERS)
  void nobody_takes_an_address_from_a_user_who_has_moved() {
    PlannedUser owner = written(awaiting());
    move(owner.id());
    PlannedUser taker = sharing(owner).claiming(EmailClaim.TAKE);

    keepsItOrIsRefusedAsTaken(taker);

    assertThat(stored(owner.id()).orElseThrow().email()).isEqualTo(owner.email());
  }

  @Test
  @Claim({TargetCapability.REMOVES, TargetCapability.FIRST_LOGIN_OF_WRITTEN_USERS})
  void its_owner_takes_an_address_from_a_user_who_has_not_moved() {
    PlannedUser holder = written(awaiting());
    PlannedUser owner = sharing(holder).claiming(EmailClaim.TAKE);

    created(target().write(List.of(owner)));

    assertThat(stored(owner.id()).orElseThrow().email()).isEqualTo(owner.email());
    assertThat(target().find(holder.id()).orElseThrow().awaitsFirstLogin()).isTrue();
  }

  @Test
  @Claim({TargetCapability.UPDATES, TargetCapability.FIRST_LOGIN_OF_WRITTEN_USERS})
  void an_update_takes_an_address_from_nobody_but_one_who_has_not_moved() {
    PlannedUser holder = written(awaiting());
    PlannedUser owner = written(awaiting());
    PlannedUser next =
        PlannedUserBuilder.plain()
            .id(owner.id().value())
            .username(owner.username())
            .email(String.valueOf(holder.email()), true)
            .firstPassword(FirstPassword.AT_FIRST_LOGIN)
            .build();

    UpdateOutcome unknown = update(next.claiming(EmailClaim.OWN));
    if (unknown instanceof UpdateOutcome.Refused refused) {
      assertThat(refused.taken()).isTrue();
      assertThat(stored(owner.id()).orElseThrow().email()).isEqualTo(owner.email());
    } else {
      assertThat(unknown).isEqualTo(new UpdateOutcome.Done(owner.id()));
    }
    assertThat(stored(holder.id()).orElseThrow().email()).isEqualTo(holder.email());

    assertThat(update(next.claiming(EmailClaim.TAKE)))
        .isEqualTo(new UpdateOutcome.Done(owner.id()));
    assertThat(stored(owner.id()).orElseThrow().email()).isEqualTo(holder.email());
  }

  private void keepsItOrIsRefusedAsTaken(PlannedUser user) {
    WriteOutcome outcome = target().write(List.of(user)).getFirst();

    if (outcome instanceof WriteOutcome.Refused refused) {
      assertThat(refused.taken()).isTrue();
      assertThat(target().find(user.id())).isEmpty();
    } else {
      assertThat(outcome).isEqualTo(new WriteOutcome.Created(user.id()));
      assertThat(stored(user.id()).orElseThrow().email()).isEqualTo(user.email());
    }
  }

  private UpdateOutcome update(PlannedUser user) {
    return target()
        .update(List.of(new PlannedUpdate(user, false)), new SourceNames(Set.of(), Set.of()))
        .getFirst();
  }

  private static PlannedUserBuilder awaiting() {
    return PlannedUserBuilder.plain()
        .email(unique() + "@example.org", true)
        .firstPassword(FirstPassword.AT_FIRST_LOGIN);
  }

  private static PlannedUser sharing(PlannedUser owner) {
    return PlannedUserBuilder.plain().email(String.valueOf(owner.email()), true).build();
  }

  private static WriteOutcome.Created created(List<WriteOutcome> outcomes) {
    assertThat(outcomes).singleElement().isInstanceOf(WriteOutcome.Created.class);
    return (WriteOutcome.Created) outcomes.getFirst();
  }
}
