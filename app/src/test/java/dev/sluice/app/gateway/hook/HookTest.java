package dev.sluice.app.gateway.hook;

import static dev.sluice.app.gateway.RunningGateway.MIRA;
import static dev.sluice.app.gateway.RunningGateway.PASSWORD;
import static dev.sluice.app.gateway.RunningGateway.TOKEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.api.Secret;
import dev.sluice.api.ledger.Change;
import dev.sluice.api.ledger.MigrationState;
import dev.sluice.api.ledger.MovedBy;
import dev.sluice.api.source.Challenge;
import dev.sluice.api.source.NoVerdictReason;
import dev.sluice.api.source.RefusalReason;
import dev.sluice.api.source.SecondFactor;
import dev.sluice.api.source.Verdict;
import dev.sluice.app.gateway.RunningGateway;
import dev.sluice.contracts.target.PlannedUserBuilder;
import dev.sluice.harness.Eventually;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HookTest {
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
  void a_yes_is_said_in_the_targets_words_and_the_user_is_assumed_to_have_moved() throws Exception {
    HttpResponse<String> answer = gateway.post("/hooks/plain", question(PASSWORD));

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo("{\"id\":\"%s\",\"new\":false}".formatted(MIRA));
    assertThat(gateway.ledger.find(MIRA).orElseThrow().state())
        .isEqualTo(MigrationState.DISCOVERED);
    assertThat(gateway.ledger.find(MIRA).orElseThrow().assumed()).isNotNull();
  }

  @Test
  void the_user_has_moved_once_the_target_shows_a_password_of_its_own() throws Exception {
    gateway.post("/hooks/plain", question(PASSWORD));
    gateway.target.write(List.of(PlannedUserBuilder.plain().id(MIRA.value()).build()));
    gateway.target.keepPassword(MIRA);

    long patience = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (gateway.ledger.stateOf(MIRA.value()) != MigrationState.MIGRATED
        && System.nanoTime() < patience) {
      Thread.sleep(20);
    }
    assertThat(gateway.ledger.stateOf(MIRA.value())).isEqualTo(MigrationState.MIGRATED);
    assertThat(gateway.ledger.find(MIRA).orElseThrow().by()).isEqualTo(MovedBy.PASSWORD);
  }

  @Test
  void until_then_the_source_is_asked_again() throws Exception {
    gateway.post("/hooks/plain", question(PASSWORD));

    assertThat(gateway.post("/hooks/plain", question(PASSWORD)).statusCode()).isEqualTo(200);

    assertThat(gateway.check.asked()).hasSize(2);
  }

  @Test
  void every_refusal_is_the_targets_no() throws Exception {
    for (RefusalReason reason : RefusalReason.values()) {
      gateway.check.answersAlways(new Verdict.Refused(reason));

      HttpResponse<String> answer = gateway.post("/hooks/plain", question(PASSWORD));

      assertThat(answer.statusCode()).as(reason.word()).isEqualTo(404);
      assertThat(answer.body()).isEmpty();
    }
  }

  @Test
  void one_who_has_moved_is_not_asked_about() throws Exception {
    gateway.discover(MIRA, "mira", "mira@example.org");
    gateway.ledger.move("test", Change.migrated(MIRA, MovedBy.PASSWORD));

    assertThat(gateway.post("/hooks/plain", question(PASSWORD)).statusCode()).isEqualTo(404);

    assertThat(gateway.check.asked()).isEmpty();
  }

  @Test
  void what_proves_nothing_is_not_answered() throws Exception {
    for (NoVerdictReason reason : NoVerdictReason.values()) {
      gateway.check.answersAlways(new Verdict.NoVerdict(reason, null, "why"));

      assertThat(bytesOfAnswer("/hooks/plain", question(PASSWORD))).as(reason.word()).isEmpty();
    }
  }

  @Test
  void a_client_sees_the_end_of_the_connection_and_no_status() {
    gateway.ledger.breakDown();

    assertThatThrownBy(() -> gateway.post("/hooks/plain", question(PASSWORD)))
        .isInstanceOf(IOException.class);
  }

  @Test
  void a_fifth_wrong_password_is_not_answered_and_does_not_reach_the_source() throws Exception {
    for (int attempt = 1; attempt <= 4; attempt++) {
      assertThat(gateway.post("/hooks/plain", question("wrong " + attempt)).statusCode())
          .isEqualTo(404);
      // Whose it is, is found out beside the answer.
      Eventually.holds(
          () -> assertThat(gateway.ledger.findByLogin("mira@example.org")).isNotEmpty());
    }

    assertThat(bytesOfAnswer("/hooks/plain", question(PASSWORD))).isEmpty();

    assertThat(gateway.check.asked()).hasSize(4);
  }

  @Test
  void a_second_factor_that_nobody_would_ask_for_is_a_no_and_the_history_says_why()
      throws Exception {
    Challenge challenge =
        new Challenge(
            SecondFactor.TOTP, "mira@example.org", new Secret("made-up session"), null, List.of());
    gateway.check.answers(
        "mira@example.org",
        PASSWORD,
        new Verdict.Proven("mira@example.org", MIRA, SecondFactor.TOTP, false, challenge));

    assertThat(gateway.post("/hooks/plain", question(PASSWORD)).statusCode()).isEqualTo(404);

    assertThat(gateway.ledger.remarks(MIRA)).singleElement().asString().contains("second factor");
    assertThat(gateway.ledger.find(MIRA).orElseThrow().assumed()).isNull();
  }

  @Test
  void a_pool_that_demands_a_factor_which_is_not_set_up_lets_nobody_in_either() throws Exception {
    gateway.check.answers(
        "mira@example.org",
        PASSWORD,
        new Verdict.Proven("mira@example.org", MIRA, SecondFactor.SETUP, false));

    assertThat(gateway.post("/hooks/plain", question(PASSWORD)).statusCode()).isEqualTo(404);
  }

  @Test
  void a_temporary_password_is_a_yes_that_owes_a_new_one() throws Exception {
    gateway.check.answers(
        "mira@example.org",
        PASSWORD,
        new Verdict.Proven("mira@example.org", MIRA, SecondFactor.NONE, true));

    assertThat(gateway.post("/hooks/plain", question(PASSWORD)).body()).contains("\"new\":true");
  }

  @Test
  void a_target_that_cannot_be_asked_for_what_a_yes_needs_is_told_nothing() throws Exception {
    gateway.hook.die();

    assertThat(bytesOfAnswer("/hooks/plain", question(PASSWORD))).isEmpty();

    assertThat(gateway.ledger.count()).isZero();
  }

  private static List<String> credentials() {
    return List.of(
        "Authorization: Bearer " + TOKEN,
        "Authorization: Basic "
            + Base64.getEncoder()
                .encodeToString(("sluice:" + TOKEN).getBytes(StandardCharsets.UTF_8)),
        HookCallers.HEADER + ": " + TOKEN);
  }

  @Test
  void the_target_may_present_the_token_as_it_can() throws Exception {
    for (String header : credentials()) {
      assertThat(bytesOfAnswer("/hooks/plain", header, question(PASSWORD)))
          .as(header)
          .startsWith("HTTP/1.1 200");
    }
  }

  private static List<String> strangers() {
    return List.of(
        "Authorization: Bearer not-the-token",
        "Authorization: Basic !",
        "Authorization: Basic " + Base64.getEncoder().encodeToString(new byte[] {'a', ':', 'b'}),
        HookCallers.HEADER + ": ",
        "Accept: */*");
  }

  @Test
  void a_stranger_gets_no_answer_for_it_would_be_taken_for_a_wrong_password() throws Exception {
    for (String header : strangers()) {
      assertThat(bytesOfAnswer("/hooks/plain", header, question(PASSWORD))).as(header).isEmpty();
    }

    assertThat(gateway.check.asked()).isEmpty();
  }

  @Test
  void what_cannot_be_read_gets_no_answer() throws Exception {
    for (String body :
        List.of("", "{", "[]", "{\"who\":\"mira\",\"secret\":7}", " ".repeat(17_000))) {
      assertThat(bytesOfAnswer("/hooks/plain", body)).as(body).isEmpty();
    }
  }

  @Test
  void other_paths_and_methods_below_hooks_get_no_answer() throws Exception {
    assertThat(bytesOfAnswer("/hooks/other", question(PASSWORD))).isEmpty();
    assertThat(bytesOfAnswer("/hooks", question(PASSWORD))).isEmpty();
    assertThatThrownBy(() -> gateway.get("/hooks/plain")).isInstanceOf(IOException.class);
  }

  @Test
  void the_next_call_is_answered_as_ever() throws Exception {
    bytesOfAnswer("/hooks/other", question(PASSWORD));

    assertThat(gateway.post("/hooks/plain", question(PASSWORD)).statusCode()).isEqualTo(200);
  }

  private static String question(String password) {
    return "{\"who\":\"mira@example.org\",\"secret\":\"%s\"}".formatted(password);
  }

  private String bytesOfAnswer(String path, String body) throws IOException {
    return bytesOfAnswer(path, "Authorization: Bearer " + TOKEN, body);
  }

  /** All that comes over the wire until the connection ends. */
  private String bytesOfAnswer(String path, String header, String body) throws IOException {
    URI uri = gateway.uri();
    byte[] sent = body.getBytes(StandardCharsets.UTF_8);
    try (Socket socket = new Socket(uri.getHost(), uri.getPort())) {
      socket.setSoTimeout(20_000);
      String head =
          String.join(
              "\r\n",
              "POST " + path + " HTTP/1.1",
              "Host: gateway",
              "Connection: close",
              header,
              "Content-Type: application/json",
              "Content-Length: " + sent.length,
              "",
              "");
      socket.getOutputStream().write(head.getBytes(StandardCharsets.UTF_8));
      socket.getOutputStream().write(sent);
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
