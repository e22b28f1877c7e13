package dev.sluice.app.gateway;

import static dev.sluice.app.gateway.RunningGateway.PASSWORD;
import static dev.sluice.app.gateway.RunningGateway.TOKEN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.api.source.NoVerdictReason;
import dev.sluice.api.source.SecondFactor;
import dev.sluice.api.source.Verdict;
import dev.sluice.api.target.Target;
import dev.sluice.contracts.fusionauth.FakeFusionAuth;
import dev.sluice.contracts.fusionauth.wire.Fault;
import dev.sluice.harness.NodeProgram;
import dev.sluice.targets.fusionauth.FusionAuthTargetFactory;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The application in docs/examples, as it is written there. */
class ExampleApplicationTest {
  private static final Path SCRIPT = Path.of("../docs/examples/fusionauth-login/server.mjs");
  private static final String LOGIN = "mira@example.org";

  @Test
  void it_lets_in_whom_we_let_in_and_calls_no_outage_a_wrong_password() throws Exception {
    try (FakeFusionAuth fusionAuth = FakeFusionAuth.start();
        Target target = open(fusionAuth);
        RunningGateway gateway = new RunningGateway(target).withMira();
        NodeProgram application =
            NodeProgram.start(
                SCRIPT,
                Map.of(
                    "GATEWAY_URL", gateway.uri().toString(), "GATEWAY_TOKEN", TOKEN, "PORT", "0"));
        HttpClient client = HttpClient.newHttpClient()) {
      Page page = new Page(client, URI.create(application.saidAfter("Listening on ")));

      assertThat(page.login("not hers")).contains("Wrong login or password.");
      fusionAuth.faults().strike("PATCH /api/user", new Fault.CallLost());
      assertThat(page.login(PASSWORD)).contains("try again in a moment");
      assertThat(page.login(PASSWORD)).contains("Welcome, " + LOGIN);
      assertThat(page.login(PASSWORD)).contains("Welcome, " + LOGIN);
      assertThat(application.output()).noneMatch(line -> line.contains(PASSWORD));
    }
  }

  @Test
  void it_sends_nobody_away_as_wrong_whom_it_cannot_let_in() throws Exception {
    try (FakeFusionAuth fusionAuth = FakeFusionAuth.start();
        Target target = open(fusionAuth);
        RunningGateway gateway = new RunningGateway(target).withMira();
        NodeProgram application =
            NodeProgram.start(
                SCRIPT,
                Map.of(
                    "GATEWAY_URL", gateway.uri().toString(), "GATEWAY_TOKEN", TOKEN, "PORT", "0"));
        HttpClient client = HttpClient.newHttpClient()) {
      Page page = new Page(client, URI.create(application.saidAfter("Listening on ")));
      gateway.check.answers(
          LOGIN,
          PASSWORD,
          new Verdict.Proven(LOGIN, RunningGateway.MIRA, SecondFactor.SETUP, false));
      assertThat(page.login(PASSWORD)).contains("second factor");
      gateway.check.answers(
          LOGIN, PASSWORD, new Verdict.Proven(LOGIN, RunningGateway.MIRA, SecondFactor.NONE, true));
      assertThat(page.login(PASSWORD)).contains("Choose a new password");
      gateway.check.answersAlways(
          new Verdict.NoVerdict(NoVerdictReason.SOURCE_THROTTLED, null, "busy"));
      assertThat(page.login("another@example.org", PASSWORD)).contains("try again in a moment");
      gateway.stop();
      assertThat(page.login(PASSWORD)).contains("try again in a moment");
    }
  }

  private static Target open(FakeFusionAuth fusionAuth) {
    return new FusionAuthTargetFactory()
        .open(
            Map.of(
                "url",
                fusionAuth.url().toString(),
                "api-key",
                FakeFusionAuth.KEY,
                "tenant-id",
                FakeFusionAuth.TENANT,
                "imported-users",
                "v1-login"));
  }

  /** The page, as a browser without scripts uses it. */
  private record Page(HttpClient client, URI address) {
    String login(String password) throws Exception {
      return login(LOGIN, password);
    }

    String login(String login, String password) throws Exception {
      String form =
          String.join(
              "&",
              List.of(
                  "login=" + URLEncoder.encode(login, StandardCharsets.UTF_8),
                  "password=" + URLEncoder.encode(password, StandardCharsets.UTF_8)));
      return client
          .send(
              HttpRequest.newBuilder(address.resolve("/login"))
                  .header("Content-Type", "application/x-www-form-urlencoded")
                  .POST(HttpRequest.BodyPublishers.ofString(form))
                  .build(),
              HttpResponse.BodyHandlers.ofString())
          .body();
    }
  }
}
