package dev.sluice.app.gateway;

import static dev.sluice.app.gateway.RunningGateway.TOKEN;
import static dev.sluice.app.gateway.RunningGateway.firstLogin;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.api.Secret;
import dev.sluice.api.source.Challenge;
import dev.sluice.api.source.NoVerdictReason;
import dev.sluice.api.source.SecondFactor;
import dev.sluice.api.source.Verdict;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class NothingSecretIsLoggedTest {
  private static final String SECRET = "swordfish-4711";
  private static final String LOGIN = "someone.unmistakable@example.org";

  @Test
  void neither_password_nor_token_is_logged_at_the_finest_level() throws Exception {
    List<String> lines = linesOfAllKindsOfCalls();

    assertThat(lines).anyMatch(line -> line.startsWith("DEBUG"));
    assertThat(lines).noneMatch(line -> line.contains(SECRET));
    assertThat(lines).noneMatch(line -> line.contains(TOKEN));
  }

  @Test
  void who_logs_in_is_not_logged() throws Exception {
    assertThat(linesOfAllKindsOfCalls()).noneMatch(line -> line.contains("unmistakable"));
  }

  private static List<String> linesOfAllKindsOfCalls() throws Exception {
    try (LogLines log = new LogLines();
        RunningGateway gateway = new RunningGateway()) {
      gateway.source.put(RunningGateway.user(RunningGateway.MIRA, "mira", LOGIN));
      gateway.check.knows(LOGIN, SECRET, RunningGateway.MIRA);
      gateway.post("/v1/first-login", firstLogin(LOGIN, SECRET));
      gateway.post("/v1/first-login", firstLogin(LOGIN, SECRET + "x"));
      gateway.post("/v1/first-login", "{\"login\":7,\"password\":\"" + SECRET + "\"}");
      gateway.post("/v1/first-login", "{\"password\":[\"" + SECRET + "\"]}");
      gateway.post("/v1/first-login", "{\"" + SECRET + "\":}");
      gateway.post("/v1/first-login", SECRET.repeat(2_000));
      gateway.post("/v1/settled", "{\"userId\":\"" + LOGIN + "\",\"by\":\"" + SECRET + "\"}");
      gateway.send(stranger(gateway));
      typeCodes(gateway);
      askInTheTargetsWords(gateway);
      gateway.check.answersAlways(
          new Verdict.NoVerdict(NoVerdictReason.SOURCE_UNAVAILABLE, null, "out of reach"));
      gateway.post("/v1/first-login", firstLogin(LOGIN, SECRET));
      gateway.ledger.breakDown();
      gateway.post("/v1/first-login", firstLogin(LOGIN, SECRET));
      askInTheTargetsWords(gateway);
      return log.all();
    }
  }

  /** The source's session, the challenge it is sealed in and the code are as good as a password. */
  private static void typeCodes(RunningGateway gateway) throws Exception {
    Challenge challenge =
        new Challenge(SecondFactor.TOTP, LOGIN, new Secret(SECRET + "-session"), null, List.of());
    gateway.check.answers(
        LOGIN,
        SECRET + "-2",
        new Verdict.Proven(LOGIN, RunningGateway.MIRA, SecondFactor.TOTP, false, challenge));
    String sealed =
        JsonMapper.shared()
            .readTree(gateway.post("/v1/first-login", firstLogin(LOGIN, SECRET + "-2")).body())
            .at("/factor/challenge")
            .asString();
    String body = "{\"challenge\":\"%s\",\"code\":\"%s\"}";
    gateway.post("/v1/first-login/code", body.formatted(sealed, SECRET));
    gateway.post("/v1/first-login/code", body.formatted(SECRET, SECRET));
    gateway.post("/v1/first-login/code", "{\"challenge\":7,\"code\":\"" + SECRET + "\"}");
    gateway.post("/v1/first-login/code", body.formatted(sealed, SECRET.repeat(9)));
  }

  /** At the hook and by way of an application; what is not answered ends in an exception. */
  private static void askInTheTargetsWords(RunningGateway gateway) throws Exception {
    String body = "{\"who\":\"%s\",\"secret\":\"%s\"}";
    for (String path : List.of("/hooks/plain", "/hooks/" + SECRET, "/v1/login")) {
      for (String asked :
          List.of(
              body.formatted(LOGIN, SECRET),
              body.formatted(LOGIN, SECRET + "x"),
              body.formatted(LOGIN, SECRET + "-2"),
              "{\"secret\":" + SECRET + "}",
              SECRET)) {
        try {
          gateway.post(path, asked);
        } catch (IOException silence) {
          assertThat(path).startsWith("/hooks");
        }
      }
    }
  }

  private static HttpRequest.Builder stranger(RunningGateway gateway) {
    return gateway
        .request("/v1/first-login")
        .header("Authorization", "Bearer " + SECRET)
        .POST(HttpRequest.BodyPublishers.ofString(firstLogin(LOGIN, SECRET)));
  }
}
