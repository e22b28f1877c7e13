package dev.sluice.app.gateway.hook;

import static dev.sluice.app.gateway.RunningGateway.MIRA;
import static dev.sluice.app.gateway.RunningGateway.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.api.Secret;
import dev.sluice.api.ledger.Change;
import dev.sluice.api.ledger.LedgerEntry;
import dev.sluice.api.ledger.MigrationState;
import dev.sluice.api.ledger.MovedBy;
import dev.sluice.api.source.Challenge;
import dev.sluice.api.source.NoVerdictReason;
import dev.sluice.api.source.RefusalReason;
import dev.sluice.api.source.SecondFactor;
import dev.sluice.api.source.Verdict;
import dev.sluice.api.target.user.WriteOutcome;
import dev.sluice.app.gateway.RunningGateway;
import dev.sluice.contracts.target.PlannedUserBuilder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LoginEndpointTest {
  private static final String LOGIN = "mira@example.org";

  private final RunningGateway gateway = new RunningGateway();

  @BeforeEach
  void someoneToLogIn() {
    gateway.withMira();
  }

  @AfterEach
  void end() {
    gateway.close();
  }

  @Test
  void the_first_login_moves_the_password_and_answers_as_the_target_does() throws Exception {
    HttpResponse<String> answer = login(PASSWORD);

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo("{\"token\":\"of mira@example.org\"}");
    assertThat(entry().state()).isEqualTo(MigrationState.MIGRATED);
    assertThat(entry().by()).isEqualTo(MovedBy.PASSWORD);
    assertThat(entry().assumed()).isNull();
  }

  @Test
  void the_second_login_is_the_targets_alone() throws Exception {
    login(PASSWORD);

    assertThat(login(PASSWORD).statusCode()).isEqualTo(200);

    assertThat(gateway.check.asked()).hasSize(1);
  }

  @Test
  void whatever_the_target_says_of_one_who_is_let_in_is_passed_on() throws Exception {
    gateway.logins.answers(242);

    assertThat(login(PASSWORD).statusCode()).isEqualTo(242);
    assertThat(entry().state()).isEqualTo(MigrationState.MIGRATED);
  }

  @Test
  void a_wrong_password_is_404_without_a_word_and_moves_nobody() throws Exception {
    HttpResponse<String> answer = login("not hers");

    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.body()).isEmpty();
    assertThat(gateway.target.users()).isEmpty();
  }

  @Test
  void whom_only_the_target_knows_is_let_in_however_often_and_the_source_is_not_asked()
      throws Exception {
    gateway.logins.knows("new@example.org", "a new one");

    for (int login = 1; login <= 6; login++) {
      assertThat(login("new@example.org", "a new one").statusCode()).isEqualTo(200);
    }

    assertThat(gateway.check.asked()).isEmpty();
  }

  @Test
  void one_who_set_a_new_password_at_the_target_has_moved() throws Exception {
    imported();
    gateway.target.keepPassword(MIRA);
    gateway.logins.knows(LOGIN, "a new one");

    assertThat(login("a new one").statusCode()).isEqualTo(200);

    assertThat(entry().by()).isEqualTo(MovedBy.RESET);
    assertThat(gateway.check.asked()).isEmpty();
  }

  @Test
  void a_crash_between_the_password_and_the_record_is_made_up_for() throws Exception {
    imported();
    gateway.ledger.assume("gateway", MIRA);
    gateway.target.keepPassword(MIRA);
    gateway.logins.knows(LOGIN, PASSWORD);

    assertThat(login(PASSWORD).statusCode()).isEqualTo(200);

    assertThat(entry().by()).isEqualTo(MovedBy.PASSWORD);
  }

  @Test
  void what_proves_nothing_is_503() throws Exception {
    for (NoVerdictReason reason : NoVerdictReason.values()) {
      gateway.check.answersAlways(new Verdict.NoVerdict(reason, null, "why"));

      assertNone(login(PASSWORD), reason);
    }
  }

  @Test
  void a_target_that_cannot_be_reached_is_503_and_not_404() throws Exception {
    gateway.logins.fail("out of reach");

    assertNone(login(PASSWORD), NoVerdictReason.TARGET_UNAVAILABLE);
  }

  @Test
  void a_target_that_fails_while_it_is_given_the_password_is_503() throws Exception {
    imported();
    gateway.logins.fail("out of reach");

    HttpResponse<String> answer = login(PASSWORD);

    assertNone(answer, NoVerdictReason.TARGET_UNAVAILABLE);
    assertThat(answer.headers().firstValue("Retry-After")).hasValue("7");
    assertThat(entry().state()).isEqualTo(MigrationState.IMPORTED);
  }

  @Test
  void a_password_that_the_target_does_not_take_is_503_and_never_called_wrong() throws Exception {
    gateway.logins.storing(new WriteOutcome.Refused(MIRA, "too short for the target"));

    assertNone(login(PASSWORD), NoVerdictReason.NOT_MOVABLE);
    assertThat(entry().state()).isEqualTo(MigrationState.DISCOVERED);
    assertThat(entry().assumed()).isNull();
    assertThat(gateway.ledger.remarks(MIRA)).last().isEqualTo("too short for the target");
  }

  @Test
  void a_password_that_the_target_has_already_is_left_and_decides() throws Exception {
    gateway.logins.storing(new WriteOutcome.AlreadyThere(MIRA));
    gateway.logins.knows(LOGIN, "another");

    assertThat(login(PASSWORD).statusCode()).isEqualTo(404);

    assertThat(entry().by()).isEqualTo(MovedBy.RESET);
  }

  @Test
  void a_target_that_took_the_password_and_lets_nobody_in_has_not_called_it_wrong()
      throws Exception {
    gateway.logins.storing(new WriteOutcome.Created(MIRA));

    assertNone(login(PASSWORD), NoVerdictReason.TARGET_UNAVAILABLE);
  }

  @Test
  void a_ledger_that_cannot_be_read_is_503() throws Exception {
    gateway.ledger.breakDown();

    assertNone(login(PASSWORD), NoVerdictReason.LEDGER_UNAVAILABLE);
  }

  @Test
  void a_second_factor_is_403_and_gives_the_target_nothing() throws Exception {
    Challenge challenge =
        new Challenge(SecondFactor.SMS, LOGIN, new Secret("made-up session"), "+***12", List.of());
    gateway.check.answers(
        LOGIN, PASSWORD, new Verdict.Proven(LOGIN, MIRA, SecondFactor.SMS, false, challenge));

    HttpResponse<String> answer = login(PASSWORD);

    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.body()).isEqualTo("{\"verdict\":\"refused\",\"reason\":\"second-factor\"}");
    assertThat(gateway.target.users()).isEmpty();
    assertThat(gateway.ledger.remarks(MIRA)).hasSize(1);
  }

  @Test
  void every_other_refusal_is_404_so_that_strangers_learn_nothing() throws Exception {
    Set<RefusalReason> others = EnumSet.allOf(RefusalReason.class);
    others.removeAll(EnumSet.of(RefusalReason.SECOND_FACTOR, RefusalReason.ALREADY_MOVED));
    for (RefusalReason reason : others) {
      gateway.check.answersAlways(new Verdict.Refused(reason));

      assertThat(login(PASSWORD).statusCode()).as(reason.word()).isEqualTo(404);
    }
  }

  @Test
  void a_fifth_wrong_password_does_not_reach_the_source() throws Exception {
    imported();
    for (int attempt = 1; attempt <= 4; attempt++) {
      assertThat(login("wrong " + attempt).statusCode()).isEqualTo(404);
    }

    assertNone(login(PASSWORD), NoVerdictReason.TOO_MANY_ATTEMPTS);

    assertThat(gateway.check.asked()).hasSize(4);
  }

  @Test
  void what_cannot_be_read_is_400_and_without_the_token_it_is_401() throws Exception {
    HttpRequest.Builder stranger =
        gateway
            .request("/v1/login")
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body(LOGIN, PASSWORD)));

    assertThat(gateway.post("/v1/login", "{\"who\":7}").statusCode()).isEqualTo(400);
    assertThat(gateway.send(stranger).statusCode()).isEqualTo(401);
  }

  private void imported() {
    gateway.discover(MIRA, "mira", LOGIN);
    gateway.ledger.move("test", Change.imported(MIRA));
    gateway.target.write(List.of(PlannedUserBuilder.plain().id(MIRA.value()).build()));
  }

  private LedgerEntry entry() {
    return gateway.ledger.find(MIRA).orElseThrow();
  }

  private HttpResponse<String> login(String password) throws Exception {
    return login(LOGIN, password);
  }

  private HttpResponse<String> login(String login, String password) throws Exception {
    return gateway.post("/v1/login", body(login, password));
  }

  private static String body(String login, String password) {
    return "{\"who\":\"%s\",\"secret\":\"%s\"}".formatted(login, password);
  }

  private static void assertNone(HttpResponse<String> answer, NoVerdictReason reason) {
    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.headers().firstValue("Retry-After")).isPresent();
    assertThat(answer.body())
        .isEqualTo("{\"verdict\":\"none\",\"reason\":\"%s\"}".formatted(reason.word()));
  }
}
