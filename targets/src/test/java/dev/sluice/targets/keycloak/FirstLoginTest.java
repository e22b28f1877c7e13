package dev.sluice.targets.keycloak;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.api.MigrationMode;
import dev.sluice.api.Secret;
import dev.sluice.api.target.Target;
import dev.sluice.api.target.provision.NamesAtTarget;
import dev.sluice.api.target.provision.ProvisionRequest;
import dev.sluice.api.target.provision.ProvisionStep;
import dev.sluice.api.user.FirstPassword;
import dev.sluice.api.user.PlannedUser;
import dev.sluice.contracts.source.PoolInventories;
import dev.sluice.contracts.target.PlannedUserBuilder;
import dev.sluice.targets.PlannedUserJson;
import dev.sluice.targets.http.TroubleException;
import dev.sluice.targets.http.UrlPath;
import dev.sluice.targets.keycloak.HttpStub.Reply;
import dev.sluice.targets.keycloak.HttpStub.Request;
import dev.sluice.targets.keycloak.api.KeycloakApi;
import dev.sluice.targets.keycloak.api.KeycloakOptions;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** People log in to a real Keycloak that nobody but Sluice has set up. */
class FirstLoginTest {
  private static final String PASSWORD = "made-up Heslo-93!";
  private static final String FIRST_LOGIN = "POST /v1/first-login";

  private final HttpStub gateway = new HttpStub();
  private final KeycloakOptions options = LiveKeycloak.options("login-" + UUID.randomUUID());
  private final KeycloakApi api = new KeycloakApi(options);
  private final Target target = new KeycloakTarget(options, api);
  private final PlannedUser ada =
      PlannedUserBuilder.full().firstPassword(FirstPassword.AT_FIRST_LOGIN).build();

  @BeforeEach
  void provision() throws TroubleException {
    gateway.on(FIRST_LOGIN, this::judge).on("POST /v1/settled", Reply.of(204, ""));
    target
        .provision(
            new ProvisionRequest(
                MigrationMode.HYBRID,
                gateway.url(),
                new Secret("made-up-token"),
                List.of("plan", "locale"),
                List.of(),
                true,
                PoolInventories.plain(),
                NamesAtTarget.unchanged()))
        .forEach(ProvisionStep::apply);
    api.post(
            api.realm("/clients"),
            JsonMapper.shared()
                .readTree(
                    "{\"clientId\":\"app\",\"publicClient\":true,"
                        + "\"directAccessGrantsEnabled\":true}"))
        .expectOk();
  }

  @AfterEach
  void close() throws TroubleException {
    api.delete(api.realm(""));
    target.close();
    gateway.close();
  }

  @Test
  void a_written_user_logs_in_with_the_old_password_and_the_gateway_is_asked_once()
      throws IOException, InterruptedException {
    target.write(List.of(ada));

    assertThat(subjectOf(logIn(ada.username()))).isEqualTo(ada.id().value());
    assertThat(subjectOf(logIn(ada.username() + "@example.org"))).isEqualTo(ada.id().value());

    assertThat(gateway.requests(FIRST_LOGIN))
        .singleElement()
        .satisfies(asked -> {
          assertThat(asked.authorization()).isEqualTo("Bearer made-up-token");
          assertThat(asked.body()).contains(ada.id().value());
        });
    assertThat(target.find(ada.id()).orElseThrow().hasPassword()).isTrue();
    assertThat(target.find(ada.id()).orElseThrow().awaitsFirstLogin()).isFalse();
  }

  @Test
  void an_unknown_user_with_the_right_password_is_created_with_the_old_id()
      throws IOException, InterruptedException {
    assertThat(target.find(ada.id())).isEmpty();

    assertThat(subjectOf(logIn(ada.username()))).isEqualTo(ada.id().value());

    PlannedUser kept = new StoredUsers(api).read(ada.id()).orElseThrow();
    assertThat(kept.attributes()).containsAllEntriesOf(Map.of("plan", List.of("gold")));
    assertThat(kept.groups()).containsExactlyInAnyOrderElementsOf(ada.groups());
    assertThat(kept.createdAt()).isEqualTo(ada.createdAt());
    assertThat(target.find(ada.id()).orElseThrow().hasPassword()).isTrue();
  }

  @Test
  void an_unknown_user_with_a_wrong_password_is_not_created()
      throws IOException, InterruptedException {
    gateway.on(FIRST_LOGIN, Reply.of(200, "{\"verdict\":\"refused\"}"));

    HttpResponse<String> answer = logIn(ada.username());

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("invalid_grant", "Invalid user credentials");
    assertThat(target.find(ada.id())).isEmpty();
  }

  @Test
  void while_nobody_can_tell_the_user_is_asked_to_try_again()
      throws IOException, InterruptedException {
    target.write(List.of(ada));
    gateway.on(FIRST_LOGIN, Reply.of(503, "{\"verdict\":\"none\",\"reason\":\"down\"}"));

    assertThat(logIn(ada.username()).statusCode()).isEqualTo(503);
    assertThat(target.find(ada.id()).orElseThrow().awaitsFirstLogin()).isTrue();
  }

  private Reply judge(Request request) {
    String password = JsonMapper.shared().readTree(request.body()).path("password").asString("");
    return password.equals(PASSWORD)
        ? Reply.of(
            200, "{\"verdict\":\"proven\",\"user\":" + PlannedUserJson.of(ada) + ",\"then\":[]}")
        : Reply.of(200, "{\"verdict\":\"refused\"}");
  }

  private HttpResponse<String> logIn(String login) throws IOException, InterruptedException {
    String form =
        "grant_type=password&client_id=app&scope=openid&username="
            + UrlPath.encode(login)
            + "&password="
            + UrlPath.encode(PASSWORD);
    URI token =
        URI.create(options.url() + "/realms/" + options.realm() + "/protocol/openid-connect/token");
    try (HttpClient http = HttpClient.newHttpClient()) {
      return http.send(
          HttpRequest.newBuilder(token)
              .header("Content-Type", "application/x-www-form-urlencoded")
              .POST(HttpRequest.BodyPublishers.ofString(form))
              .build(),
          HttpResponse.BodyHandlers.ofString());
    }
  }

  private static String subjectOf(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    JsonNode tokens = JsonMapper.shared().readTree(answer.body());
    String payload = tokens.path("access_token").asString("").split("\\.")[1];
    String claims = new String(Base64.getUrlDecoder().decode(payload), StandardCharsets.UTF_8);
    return JsonMapper.shared().readTree(claims).path("sub").asString("");
  }
}
