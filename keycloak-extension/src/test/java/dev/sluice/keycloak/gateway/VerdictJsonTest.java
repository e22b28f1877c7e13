package dev.sluice.keycloak.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.keycloak.wire.PlannedAction;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VerdictJsonTest {
  @Test
  void a_proven_password_comes_with_the_user_and_what_it_owes() {
    Verdict verdict =
        read(
            200,
            "{\"verdict\":\"proven\",\"user\":{\"id\":\"i-1\",\"username\":\"ann\"},"
                + "\"then\":[\"NEW_PASSWORD\"]}");
    assertThat(verdict)
        .isInstanceOfSatisfying(
            Verdict.Proven.class,
            proven -> {
              assertThat(proven.user().orElseThrow().id()).isEqualTo("i-1");
              assertThat(proven.then()).isEqualTo(List.of(PlannedAction.NEW_PASSWORD));
            });
  }

  @Test
  void a_second_factor_that_is_asked_for_is_owed() {
    Verdict verdict =
        read(
            200,
            "{\"verdict\":\"proven\",\"then\":[\"SECOND_FACTOR\"],\"factor\":{\"kind\":\"SMS\","
                + "\"destination\":\"+*******1234\",\"challenge\":\"opaque\"}}");
    assertThat(verdict)
        .isEqualTo(
            new Verdict.FactorOwed(
                Optional.empty(),
                List.of(),
                Optional.of(new Factor(FactorKind.SMS, List.of(), "+*******1234", "opaque"))));
    assertThat(verdict.toString()).doesNotContain("opaque");
  }

  @Test
  void who_must_have_a_second_factor_and_has_none_owes_one() {
    assertThat(read(200, "{\"verdict\":\"proven\",\"then\":[\"NEW_PASSWORD\",\"SECOND_FACTOR\"]}"))
        .isEqualTo(
            new Verdict.FactorOwed(
                Optional.empty(), List.of(PlannedAction.NEW_PASSWORD), Optional.empty()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"kind\":\"SMS\"}",
        "{\"kind\":\"SMS\",\"challenge\":\"\"}",
        "{\"challenge\":\"opaque\"}",
        "{\"kind\":\"CHOICE\",\"challenge\":\"opaque\"}",
        "{\"kind\":\"OF_TOMORROW\",\"challenge\":\"opaque\"}"
      })
  void a_second_factor_that_cannot_be_answered_proves_nothing(String factor) {
    assertThat(read(200, "{\"verdict\":\"proven\",\"then\":[],\"factor\":" + factor + "}"))
        .isInstanceOf(Verdict.None.class);
  }

  @ParameterizedTest
  @CsvSource({
    "wrong-password, WRONG",
    "unknown-user, UNKNOWN_USER",
    "disabled, WRONG",
    "already-moved, ALREADY_MOVED",
    "reset-required, RESET_REQUIRED",
    "not-confirmed, NOT_CONFIRMED",
    "temporary-password-expired, TEMPORARY_PASSWORD_EXPIRED"
  })
  void each_reason_for_a_refusal_is_known(String reason, Refusal refusal) {
    assertThat(read(200, "{\"verdict\":\"refused\",\"reason\":\"" + reason + "\"}"))
        .isEqualTo(new Verdict.Refused(refusal));
  }

  @Test
  void a_right_password_before_its_time_is_neither_right_nor_wrong() {
    assertThat(read(200, "{\"verdict\":\"refused\",\"reason\":\"not-yet\"}"))
        .isEqualTo(new Verdict.NotYet(Optional.empty()));
    assertThat(
            read(
                200,
                "{\"verdict\":\"refused\",\"reason\":\"not-yet\","
                    + "\"url\":\"https://old.example.org\"}"))
        .isEqualTo(new Verdict.NotYet(OldSystem.at("https://old.example.org")));
  }

  @ParameterizedTest
  @CsvSource({
    "too-many-attempts, true",
    "source-locked-out, true",
    "source-throttled, false",
    "source-suspicious, false"
  })
  void a_lockout_is_told_from_an_outage(String reason, boolean lockout) {
    assertThat(read(503, "{\"verdict\":\"none\",\"reason\":\"" + reason + "\"}"))
        .isInstanceOfSatisfying(
            Verdict.None.class, none -> assertThat(none.isLockout()).isEqualTo(lockout));
  }

  @Test
  void no_verdict_says_when_to_ask_again() {
    assertThat(
            VerdictJson.read(
                503, "{\"verdict\":\"none\",\"reason\":\"source-locked\"}", Optional.of("42")))
        .isEqualTo(new Verdict.None("source-locked", 42));
  }

  @ParameterizedTest
  @ValueSource(ints = {201, 302, 400, 401, 404, 429, 500, 502, 504})
  void any_other_status_is_no_verdict_even_with_a_proof_in_it(int status) {
    assertThat(read(status, "{\"verdict\":\"proven\"}")).isInstanceOf(Verdict.None.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "null", "[]", "{}", "<html>", "{\"verdict\":\"maybe\"}", "{\"verdict\":1}"})
  void an_answer_that_makes_no_sense_is_no_verdict(String body) {
    assertThat(read(200, body)).isInstanceOf(Verdict.None.class);
  }

  @Test
  void a_proof_inside_an_unavailable_answer_is_no_verdict() {
    assertThat(read(503, "{\"verdict\":\"proven\"}")).isInstanceOf(Verdict.None.class);
  }

  @Test
  void a_question_never_shows_its_password() {
    var question =
        new LoginQuestion(
            "ann", Optional.of("i-1"), "hunter-22", Optional.empty(), Optional.empty());
    assertThat(question.toString()).doesNotContain("hunter-22").contains("i-1");
  }

  private static Verdict read(int status, String body) {
    return VerdictJson.read(status, body, Optional.empty());
  }
}
