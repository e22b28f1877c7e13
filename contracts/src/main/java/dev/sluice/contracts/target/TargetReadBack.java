package dev.sluice.contracts.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.sluice.api.target.TargetCapability;
import dev.sluice.api.target.TargetException;
import dev.sluice.api.target.user.StoredUser;
import dev.sluice.api.target.user.WriteOutcome;
import dev.sluice.api.user.FirstPassword;
import dev.sluice.api.user.PlannedUser;
import dev.sluice.api.user.RequiredAction;
import dev.sluice.api.user.UserId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How a target returns what it has. */
abstract class TargetReadBack extends TargetKit {

  @Test
  @Claim({
    TargetCapability.READS_BACK,
    TargetCapability.GROUPS,
    TargetCapability.EXTERNAL_IDENTITIES,
    TargetCapability.FIRST_LOGIN_OF_WRITTEN_USERS
  })
  void a_user_is_read_back_whole_and_as_the_target_says_it_would_be() {
    PlannedUser user =
        brought(
            PlannedUserBuilder.full()
                .identity("Google", "read-back-" + PlannedUserBuilder.plain().build().id())
                .attributes(
                    Map.of(
                        "plan", List.of("gold"),
                        "locale", List.of("cs-CZ"),
                        "address", List.of("long-" + "ř".repeat(1_000))))
                .obligations(RequiredAction.VERIFY_EMAIL)
                .enabled(false)
                .build());

    assertThat(target().read(List.of(user.id())))
        .containsExactly(Optional.of(target().asStored(user)));
  }

  @Test
  @Claim(TargetCapability.READS_BACK)
  void a_user_who_has_next_to_nothing_is_read_back_so() {
    PlannedUser user = brought(PlannedUserBuilder.plain().build());

    StoredUser read = target().read(List.of(user.id())).getFirst().orElseThrow();

    assertThat(read).isEqualTo(target().asStored(user));
    assertThat(read.email()).isNull();
    assertThat(read.groups()).isEmpty();
    assertThat(read.awaitsFirstLogin()).isFalse();
  }

  @Test
  @Claim(TargetCapability.READS_BACK)
  void many_are_read_in_the_order_asked_and_those_who_are_not_there_are_empty() {
    PlannedUser one = brought(PlannedUserBuilder.plain().build());
    PlannedUser other = brought(PlannedUserBuilder.plain().build());
    UserId nobody = PlannedUserBuilder.plain().build().id();

    List<Optional<StoredUser>> read = target().read(List.of(other.id(), nobody, one.id()));

    assertThat(read)
        .extracting(user -> user.map(StoredUser::id).orElse(null))
        .containsExactly(other.id(), null, one.id());
    assertThat(target().read(List.of())).isEmpty();
  }

  @Test
  @Claim({TargetCapability.READS_BACK, TargetCapability.GROUPS})
  void a_group_is_read_back_under_the_name_that_the_target_says() {
    String group = "named " + PlannedUserBuilder.plain().build().id();
    String path = "/above it/" + group + "/";
    PlannedUser user = brought(PlannedUserBuilder.plain().groups(group, path).build());

    StoredUser read = target().read(List.of(user.id())).getFirst().orElseThrow();

    assertThat(read.groups())
        .containsExactlyInAnyOrder(target().groupAsStored(group), target().groupAsStored(path));
  }

  @Test
  @Claim({TargetCapability.READS_BACK, TargetCapability.FIRST_LOGIN_OF_WRITTEN_USERS})
  void those_who_await_their_first_login_are_listed_once_each_over_all_pages() {
    PlannedUser moved = brought(awaiting());
    PlannedUser first = brought(awaiting());
    PlannedUser second = brought(awaiting());
    move(moved.id());

    List<UserId> listed = new ArrayList<>();
    List<UserId> page = target().awaiting(Optional.empty(), 1);
    while (!page.isEmpty()) {
      assertThat(page).hasSize(1);
      listed.addAll(page);
      page = target().awaiting(Optional.of(page.getLast()), 1);
    }

    assertThat(listed)
        .doesNotHaveDuplicates()
        .contains(first.id(), second.id())
        .doesNotContain(moved.id());
    StoredUser read = target().read(List.of(moved.id())).getFirst().orElseThrow();
    assertThat(read.hasPassword()).isTrue();
    assertThat(read.awaitsFirstLogin()).isFalse();
  }

  @Test
  void who_does_not_read_back_says_so() {
    assumeTrue(
        !claims(TargetCapability.READS_BACK), target().describe().name() + " claims READS_BACK");

    assertThatThrownBy(() -> target().read(List.of(PlannedUserBuilder.plain().build().id())))
        .isInstanceOf(TargetException.class)
        .hasMessageContaining("READS_BACK");
    assertThatThrownBy(() -> target().awaiting(Optional.empty(), 1))
        .isInstanceOf(TargetException.class)
        .hasMessageContaining("READS_BACK");
  }

  private static PlannedUser awaiting() {
    return PlannedUserBuilder.plain().firstPassword(FirstPassword.AT_FIRST_LOGIN).build();
  }

  private PlannedUser brought(PlannedUser user) {
    assertThat(target().write(List.of(user))).containsExactly(new WriteOutcome.Created(user.id()));
    return user;
  }
}
