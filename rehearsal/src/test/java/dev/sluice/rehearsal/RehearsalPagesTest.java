package dev.sluice.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AdminInitiateAuthResponse;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a person with curl sees. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RehearsalPagesTest {

  private final PoolUnderTest under = new PoolUnderTest(PoolUnderTest.OPTIONS);
  private final HttpClient http = HttpClient.newHttpClient();

  @AfterAll
  void stop() {
    http.close();
    under.close();
  }

  @Test
  void a_login_to_try_is_found_by_its_kind_and_works() {
    JsonNode user =
        json(ask("GET", "/rehearsal/users?kind=many-scripts&limit=1", "")).at("/users/0");

    assertThat(user.path("kind").asString("")).isEqualTo("MANY_SCRIPTS");
    assertThat(
            under
                .adminLogin(user.path("login").asString(""), user.path("password").asString(""))
                .authenticationResult())
        .isNotNull();
  }

  @Test
  void the_codes_that_somebody_could_type_now_are_shown() {
    JsonNode user =
        json(ask("GET", "/rehearsal/users?kind=mfa-several&limit=1", "")).at("/users/0");
    String login = user.path("login").asString("");
    AdminInitiateAuthResponse begun = under.adminLogin(login, user.path("password").asString(""));
    under.aws.adminRespondToAuthChallenge(r ->
        r.userPoolId(under.pool.userPoolId())
            .clientId(under.pool.clientId())
            .challengeName("SELECT_MFA_TYPE")
            .session(begun.session())
            .challengeResponses(
                Map.of(
                    "USERNAME",
                    login,
                    "ANSWER",
                    "SMS_MFA",
                    "SECRET_HASH",
                    under.secretHash(login))));

    JsonNode codes = json(ask("GET", "/rehearsal/codes?login=" + login, "")).path("codes");
    assertThat(user.path("appSecret").asString("")).matches("[A-Z2-7]{32}");
    assertThat(codes.at("/0/challenge").asString("")).isEqualTo("SMS_MFA");
    assertThat(codes.at("/0/code").asString("")).matches("\\d{6}");
    assertThat(codes.at("/0/destination").asString("")).isEqualTo(user.path("phone").asString(""));
    assertThat(codes.at("/1/challenge").asString("")).isEqualTo("SOFTWARE_TOKEN_MFA");
    assertThat(codes.at("/1/code").asString("")).matches("\\d{6}");
  }

  @Test
  void without_a_kind_the_first_users_are_shown() {
    assertThat(json(ask("GET", "/rehearsal/users?limit=3", "")).path("users")).hasSize(3);
    assertThat(json(ask("GET", "/rehearsal/users", "")).path("users")).hasSize(10);
  }

  @Test
  void faults_are_set_shown_and_cleared() {
    String body =
        """
        {"faults":[{"operation":"ListUsers","fault":"throttled","next":1},
                   {"fault":"challenge","name":"WEB_AUTHN","share":0.5}]}
        """;

    assertThat(ask("PUT", "/rehearsal/faults", body).body())
        .contains("ListUsers: Throttled[], next 1", "*: Challenge[name=WEB_AUTHN], share 0.5");
    assertThatThrownBy(() -> under.list(r -> r.limit(1))).hasMessageContaining("Rate exceeded");
    assertThat(ask("GET", "/rehearsal/faults", "").body()).doesNotContain("Throttled");
    assertThat(ask("DELETE", "/rehearsal/faults", "").body()).isEqualTo("{\"faults\":[]}");
  }

  @Test
  void calls_are_shown() {
    under.list(r -> r.limit(1));

    JsonNode calls = json(ask("GET", "/rehearsal/calls", ""));
    assertThat(calls.at("/byOperation/ListUsers").asLong(0)).isPositive();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "GET    | /rehearsal/nothing         |                                             | is not known",
        "GET    | /rehearsal/users?kind=odd  |                                             | There is no kind \"odd\"",
        "GET    | /rehearsal/codes?login=no  |                                             |"
            + " No user logs in as \"no\"",
        "GET    | /rehearsal/users?limit=0   |                                             | limit is 1 to 1000",
        "PUT    | /rehearsal/faults          | {                                           | The body is not JSON",
        "PUT    | /rehearsal/faults          | {}                                          | Send {\"faults\"",
        "PUT    | /rehearsal/faults          | {\"faults\":[{\"fault\":\"x\",\"next\":1}]}  | faults[0]: there is no fault \"x\"",
        "PUT    | /rehearsal/faults          | {\"faults\":[{\"fault\":\"hang\",\"next\":1}]} | give \"seconds\"",
        "PUT    | /rehearsal/faults          | {\"faults\":[{\"fault\":\"throttled\"}]}     | give either \"next\""
      })
  void a_mistake_is_told_with_what_to_do(String method, String path, String body, String told) {
    HttpResponse<String> answer = ask(method, path, body == null ? "" : body);

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(json(answer).path("error").asString("")).contains(told);
  }

  @Test
  void a_request_without_an_operation_or_a_signature_or_json_is_refused_as_cognito_does() {
    assertThat(ask("GET", "/", "").body()).contains("UnknownOperationException");
    assertThat(target("DeleteUserPool", "{}").body())
        .contains("UnknownOperationException", "DeleteUserPool");
    assertThat(target("ListUsers", "{}").body()).contains("MissingAuthenticationToken");
    HttpResponse<String> garbled = target("InitiateAuth", "{\"Password\":\"Hidden-9!\"");
    assertThat(garbled.body()).contains("SerializationException").doesNotContain("Hidden");
    assertThat(garbled.headers().firstValue("x-amzn-errortype")).contains("SerializationException");
  }

  @Test
  void it_listens_on_loopback_only_and_a_taken_port_is_told() {
    RehearsalOptions taken = PoolUnderTest.OPTIONS.withPort(under.pool.port());

    assertThat(under.pool.endpoint().getHost()).isEqualTo("127.0.0.1");
    assertThatThrownBy(() -> RehearsalPool.start(taken))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("is taken: choose another");
  }

  @Test
  void options_out_of_range_are_told() {
    assertThatThrownBy(() -> PoolUnderTest.OPTIONS.withUsers(-1))
        .hasMessageContaining("users is 0");
    assertThatThrownBy(() -> PoolUnderTest.OPTIONS.withPort(65_536)).hasMessageContaining("port");
    assertThatThrownBy(() -> PoolUnderTest.OPTIONS.withGroups(10_001))
        .hasMessageContaining("groups is 0 to 10,000");
    assertThatThrownBy(() -> PoolUnderTest.OPTIONS.withRegion("here"))
        .hasMessageContaining("Region");
    assertThatThrownBy(() -> under.pool.user(1234)).hasMessageContaining("1,234");
  }

  private HttpResponse<String> target(String operation, String body) {
    return send(
        HttpRequest.newBuilder(under.pool.endpoint())
            .header("X-Amz-Target", "AWSCognitoIdentityProviderService." + operation)
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build());
  }

  private HttpResponse<String> ask(String method, String path, String body) {
    return send(
        HttpRequest.newBuilder(under.pool.endpoint().resolve(path))
            .method(method, HttpRequest.BodyPublishers.ofString(body))
            .build());
  }

  private HttpResponse<String> send(HttpRequest request) {
    try {
      return http.send(request, BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static JsonNode json(HttpResponse<String> answer) {
    return JsonMapper.shared().readTree(answer.body());
  }
}
