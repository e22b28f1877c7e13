package dev.sluice.app.gateway;

import static dev.sluice.app.gateway.RunningGateway.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.api.source.NoVerdictReason;
import dev.sluice.api.source.Verdict;
import java.net.http.HttpResponse;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What strangers type where a login belongs, at every door of the gateway. */
@Isolated("It must see no warning, and gateways of other tests warn rightly.")
class OddLoginTest {
  private static final RunningGateway gateway = new RunningGateway().withMira();
  private static int strangers;

  @AfterAll
  static void end() {
    gateway.close();
  }

  static Stream<String> odd() {
    return Stream.of(
        "",
        " ",
        "\t\n",
        "\u00A0",
        "\uFEFF",
        "mira lee",
        "+49 151 0000002",
        "mira\u0000",
        "mi\u0000ra",
        "mi\nra",
        "mi\u007Fra",
        "\uD83D\uDE00",
        "mira\u200D\uD83D\uDE00lee",
        "m".repeat(129),
        "m".repeat(2_049),
        "m".repeat(10_000));
  }

  @ParameterizedTest
  @MethodSource("odd")
  void an_odd_login_is_answered_like_any_unknown_one_and_warns_of_nothing(String login)
      throws Exception {
    HttpResponse<String> unknown =
        gateway.post("/v1/first-login", first("nobody" + strangers++, "not it"));
    try (LogLines log = new LogLines()) {
      HttpResponse<String> answer = gateway.post("/v1/first-login", first(login, "not it"));

      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.body()).isEqualTo(unknown.body());
      assertThat(answer.headers().map().keySet()).isEqualTo(unknown.headers().map().keySet());
      assertThat(log.all()).noneMatch(OddLoginTest::isWarningOfOurs);
    }
  }

  @ParameterizedTest
  @MethodSource("odd")
  void at_a_hook_it_is_the_targets_no(String login) throws Exception {
    try (LogLines log = new LogLines()) {
      assertThat(gateway.post("/hooks/plain", hooked(login, "not it")).statusCode()).isEqualTo(404);
      assertThat(log.all()).noneMatch(OddLoginTest::isWarningOfOurs);
    }
  }

  @ParameterizedTest
  @MethodSource("odd")
  void a_relayed_one_is_refused_as_the_target_refuses(String login) throws Exception {
    try (LogLines log = new LogLines()) {
      assertThat(gateway.post("/v1/login", hooked(login, "not it")).statusCode()).isEqualTo(404);
      assertThat(log.all()).noneMatch(OddLoginTest::isWarningOfOurs);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        " mira@example.org",
        "\tmira@example.org\r\n",
        "\u00A0mira@example.org\u2003",
        "\uFEFFmira@example.org\u200B"
      })
  void blanks_around_a_login_are_cut_off_at_every_door(String login) throws Exception {
    try (RunningGateway own = new RunningGateway().withMira()) {
      assertThat(own.post("/v1/first-login", first(login, PASSWORD)).body())
          .contains("\"verdict\":\"proven\"");
      assertThat(own.post("/hooks/plain", hooked(login, PASSWORD)).statusCode()).isEqualTo(200);
      assertThat(own.post("/v1/login", hooked(login, PASSWORD)).statusCode()).isEqualTo(200);
      assertThat(own.check.asked()).containsOnly("mira@example.org");
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = NoVerdictReason.class,
      names = {"SOURCE_LOCKED_OUT", "TRIGGER_FAILED", "SOURCE_SUSPICIOUS"})
  void what_one_login_can_cause_is_no_warning(NoVerdictReason reason) throws Exception {
    try (RunningGateway own = new RunningGateway().withMira();
        LogLines log = new LogLines()) {
      own.check.answersAlways(new Verdict.NoVerdict(reason, null, "made up"));
      assertThat(own.post("/v1/first-login", first("mira@example.org", PASSWORD)).statusCode())
          .isEqualTo(503);

      assertThat(log.all()).anyMatch(line -> line.startsWith("INFO") && line.contains("Outages"));
      assertThat(log.all()).noneMatch(OddLoginTest::isWarningOfOurs);
    }
  }

  private static boolean isWarningOfOurs(String line) {
    return (line.startsWith("WARN") || line.startsWith("ERROR")) && line.contains("dev.sluice");
  }

  private static String first(String login, String password) {
    return json("login", login, "password", password);
  }

  private static String hooked(String login, String password) {
    return json("who", login, "secret", password);
  }

  private static String json(String name, String login, String secretName, String secret) {
    ObjectNode json = JsonMapper.shared().createObjectNode();
    return json.put(name, login).put(secretName, secret).toString();
  }
}
