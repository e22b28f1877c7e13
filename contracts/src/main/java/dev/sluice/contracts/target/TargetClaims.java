package dev.sluice.contracts.target;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.api.target.TargetCapability;
import dev.sluice.api.target.user.WriteOutcome;
import dev.sluice.api.user.EmailClaim;
import dev.sluice.api.user.ExternalIdentity;
import dev.sluice.api.user.FirstPassword;
import dev.sluice.api.user.PlannedUser;
import dev.sluice.api.user.RequiredAction;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a target that claims a capability does for the users whom it takes. */
abstract class TargetClaims extends TargetWrites {

  @Test
  @Claim(TargetCapability.KEEPS_ID)
  void the_id_at_the_target_is_the_one_at_the_source() {
    PlannedUser user = written(PlannedUserBuilder.plain());

    assertThat(stored(user.id()).orElseThrow().id()).isEqualTo(user.id());
  }

  @Test
  @Claim(TargetCapability.KEEPS_CREATION_TIME)
  void the_creation_time_is_kept() {
    Instant past = Instant.parse("2017-11-23T01:02:03.004Z");
    PlannedUser user = written(PlannedUserBuilder.plain().createdAt(past));

    assertThat(stored(user.id()).orElseThrow().createdAt()).isEqualTo(past);
  }

  @Test
  @Claim(TargetCapability.VERIFIED_FLAGS)
  void verified_addresses_stay_verified() {
    PlannedUser user =
        written(
            PlannedUserBuilder.plain()
                .email("verified-" + unique() + "@example.org", true)
                .phoneNumber("+4930901822", true));

    assertThat(stored(user.id()).orElseThrow().emailVerified()).isTrue();
    assertThat(stored(user.id()).orElseThrow().phoneNumberVerified()).isTrue();
  }

  @Test
  @Claim(TargetCapability.GROUPS)
  void groups_come_along_and_are_made_where_they_are_missing() {
    PlannedUserBuilder builder =
        PlannedUserBuilder.plain().groups("/staff-" + unique() + "/admins", "/readers");
    PlannedUser user = written(builder);

    assertThat(stored(user.id()).orElseThrow().groups())
        .containsExactlyInAnyOrderElementsOf(user.groups());
  }

  @Test
  @Claim(TargetCapability.EXTERNAL_IDENTITIES)
  void identities_at_other_providers_come_along() {
    PlannedUserBuilder builder = PlannedUserBuilder.plain().identity("Google", "1076915035-31");
    PlannedUser user = written(builder);

    assertThat(stored(user.id()).orElseThrow().identities())
        .singleElement()
        .satisfies(kept -> {
          assertThat(kept.provider()).isEqualToIgnoringCase("Google");
          assertThat(kept.userId()).isEqualTo("1076915035-31");
        })
        .isInstanceOf(ExternalIdentity.class);
  }

  @Test
  @Claim(TargetCapability.EXTERNAL_IDENTITIES)
  void an_account_at_another_provider_that_lets_somebody_else_in_is_refused() {
    PlannedUserBuilder builder = PlannedUserBuilder.plain().identity("Google", "2076915035-32");
    PlannedUser owner = written(builder);
    PlannedUser rival = PlannedUserBuilder.plain().identity("Google", "2076915035-32").build();

    assertThat(target().write(List.of(rival)))
        .singleElement()
        .isInstanceOfSatisfying(
            WriteOutcome.Refused.class,
            refused -> assertThat(refused.problem()).contains(owner.id().value()));
    assertThat(target().find(rival.id())).isEmpty();
  }

  @Test
  @Claim(TargetCapability.MUST_RESET_FLAG)
  void who_must_set_a_new_password_is_told_so() {
    PlannedUserBuilder builder = PlannedUserBuilder.plain().firstPassword(FirstPassword.MUST_RESET);
    PlannedUser user = written(builder);

    assertThat(stored(user.id()).orElseThrow().firstPassword()).isEqualTo(FirstPassword.MUST_RESET);
    assertThat(target().find(user.id()).orElseThrow().hasPassword()).isFalse();
  }

  /** Who must still set a password has not moved, so the target keeps no address for the user. */
  @Test
  @Claim(TargetCapability.MUST_RESET_FLAG)
  void the_owner_of_an_address_gets_it_although_somebody_came_first_who_yields_it() {
    String email = unique() + "@example.org";
    PlannedUser first = mustReset(email).claiming(EmailClaim.YIELD);
    PlannedUser owner = mustReset(email).claiming(EmailClaim.TAKE);
    assertThat(target().write(List.of(first)))
        .singleElement()
        .isInstanceOf(WriteOutcome.Created.class);

    assertThat(target().write(List.of(owner)))
        .singleElement()
        .isInstanceOf(WriteOutcome.Created.class);

    assertThat(stored(owner.id()).orElseThrow().email()).isEqualTo(email);
  }

  private static PlannedUser mustReset(String email) {
    return PlannedUserBuilder.plain()
        .email(email, true)
        .firstPassword(FirstPassword.MUST_RESET)
        .build();
  }

  @Test
  @Claim(TargetCapability.SECOND_FACTOR_FLAG)
  void who_needs_a_second_factor_is_told_so() {
    PlannedUserBuilder builder =
        PlannedUserBuilder.plain().obligations(RequiredAction.SECOND_FACTOR);
    PlannedUser user = written(builder);

    assertThat(stored(user.id()).orElseThrow().obligations())
        .contains(RequiredAction.SECOND_FACTOR);
  }

  @Test
  @Claim(TargetCapability.FIRST_LOGIN_OF_WRITTEN_USERS)
  void a_user_whose_password_is_still_at_the_source_awaits_the_first_login() {
    PlannedUserBuilder builder =
        PlannedUserBuilder.plain().firstPassword(FirstPassword.AT_FIRST_LOGIN);
    PlannedUser user = written(builder);

    assertThat(target().find(user.id()).orElseThrow().awaitsFirstLogin()).isTrue();
    assertThat(target().find(user.id()).orElseThrow().hasPassword()).isFalse();
  }

  @Test
  @Claim(TargetCapability.FIRST_LOGIN_OF_UNKNOWN_USERS)
  void the_gateway_is_asked_about_a_login_that_the_target_does_not_know() {
    assertThat(asksAbout("nobody-" + unique())).isTrue();
  }
}
