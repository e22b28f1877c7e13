package dev.sluice.keycloak.login;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.keycloak.gateway.Refusal;
import dev.sluice.keycloak.gateway.Verdict;
import dev.sluice.keycloak.wire.EmailClaim;
import dev.sluice.keycloak.wire.PasswordDisposition;
import dev.sluice.keycloak.wire.PlannedUser;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ProvenOwnerTest {
  private final Verdict proven = new Verdict.Proven(Optional.of(user("u-1")), List.of());
  private final Verdict owed =
      new Verdict.FactorOwed(Optional.of(user("u-1")), List.of(), Optional.empty());

  @Test
  void an_answer_about_the_user_who_was_asked_about_is_believed() {
    assertThat(ProvenOwner.check(proven, "u-1")).isSameAs(proven);
    assertThat(ProvenOwner.check(owed, "u-1")).isSameAs(owed);
  }

  @Test
  void an_answer_about_another_user_or_about_nobody_is_no_verdict() {
    assertThat(ProvenOwner.check(proven, "u-2")).isInstanceOf(Verdict.None.class);
    assertThat(ProvenOwner.check(proven, "U-1")).isInstanceOf(Verdict.None.class);
    assertThat(ProvenOwner.check(owed, "u-2")).isInstanceOf(Verdict.None.class);
    assertThat(ProvenOwner.check(new Verdict.Proven(Optional.empty(), List.of()), "u-1"))
        .isInstanceOf(Verdict.None.class);
  }

  @Test
  void what_proves_nothing_is_about_nobody() {
    Verdict refused = new Verdict.Refused(Refusal.WRONG);
    assertThat(ProvenOwner.check(refused, "u-1")).isSameAs(refused);
  }

  private static PlannedUser user(String id) {
    return new PlannedUser(
        id,
        "una",
        true,
        null,
        false,
        null,
        false,
        null,
        null,
        0,
        Map.of(),
        List.of(),
        List.of(),
        PasswordDisposition.AT_FIRST_LOGIN,
        List.of(),
        EmailClaim.OWN);
  }
}
