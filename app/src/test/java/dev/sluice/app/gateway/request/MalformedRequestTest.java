package dev.sluice.app.gateway.request;

import static dev.sluice.app.gateway.RunningGateway.TOKEN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.app.gateway.RunningGateway;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class MalformedRequestTest {
  private static final RunningGateway gateway = new RunningGateway();

  @AfterAll
  static void end() {
    gateway.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          {"login":"mira","password":"hunter-two}            | The body is not JSON: line 1
          {"login":"mira",                                   | The body is not JSON: line 1
          {"password":"hunter-two"}                          | "login" must be a text of 1 to 2048 characters; it is missing.
          {"login":null,"password":"hunter-two"}             | "login" must be a text of 1 to 2048 characters; it is missing.
          {"login":"mira"}                                   | "password" is missing or empty.
          {"login":"mira","password":""}                     | "password" is missing or empty.
          {"login":"mira","password":["hunter-two"]}         | "password" has a value of the wrong type: line 1, column
          {"login":"mira","password":7}                      | "password" has a value of the wrong type
          {"login":7,"password":"hunter-two"}                | "login" has a value of the wrong type
          {"login":{"x":1},"password":"hunter-two"}          | "login" has a value of the wrong type
          {"login":"m","password":"hunter-two","client":"x"} | "client" has a value of the wrong type
          {"login":"m","password":"hunter-two","client":{"ip":true}} | "client.ip" has a value of the wrong type
          {"login":"m","userId":"","password":"hunter-two"}  | "userId" must be a text of 1 to 255 characters; it is blank.
          ["hunter-two"]                                     | The body is not a JSON object: line 1
          "hunter-two"                                       | The body is not a JSON object
          null                                               | The body is null; it must be a JSON object.
          {"login":"m","password":"hunter-two"} hunter-two   | The body is not JSON
          """)
  void what_is_wrong_and_where_is_said_without_quoting_it(String body, String detail)
      throws Exception {
    HttpResponse<String> answer = gateway.post("/v1/first-login", body);

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    assertThat(problem(answer)).startsWith(detail);
    assertThat(answer.body()).doesNotContain("hunter");
  }

  @Test
  void an_empty_body_is_400() throws Exception {
    assertThat(gateway.post("/v1/first-login", "").statusCode()).isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/v1/first-login", "/v1/settled", "/v1/gone"})
  void a_body_that_is_too_large_is_413(String path) throws Exception {
    String large = "{\"login\":\"" + "m".repeat(RequestBodies.MOST_BYTES) + "\"}";

    HttpResponse<String> answer = gateway.post(path, large);

    assertThat(answer.statusCode()).isEqualTo(413);
    assertThat(problem(answer)).isEqualTo("The body has more than 16384 bytes.");
  }

  @Test
  void a_body_that_does_not_say_its_length_is_413_when_too_large() throws Exception {
    byte[] large = "x".repeat(RequestBodies.MOST_BYTES + 1).getBytes(StandardCharsets.UTF_8);

    HttpResponse<String> answer =
        gateway.send(
            gateway
                .request("/v1/first-login")
                .header("Authorization", "Bearer " + TOKEN)
                .header("Content-Type", "application/json")
                .POST(
                    HttpRequest.BodyPublishers.ofInputStream(
                        () -> new ByteArrayInputStream(large))));

    assertThat(answer.statusCode()).isEqualTo(413);
  }

  @Test
  void a_body_that_is_not_called_json_is_415() throws Exception {
    HttpResponse<String> answer =
        gateway.send(
            gateway
                .request("/v1/first-login")
                .header("Authorization", "Bearer " + TOKEN)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("login=mira&password=hunter-two")));

    assertThat(answer.statusCode()).isEqualTo(415);
    assertThat(answer.body()).doesNotContain("hunter");
  }

  @Test
  void fields_that_a_later_version_may_send_are_left_alone() throws Exception {
    HttpResponse<String> answer =
        gateway.post(
            "/v1/first-login",
            "{\"login\":\"mira\",\"password\":\"hunter-two\",\"later\":{\"more\":[1]}}");

    assertThat(answer.statusCode()).isEqualTo(200);
  }

  private static String problem(HttpResponse<String> answer) {
    JsonNode json = JsonMapper.shared().readTree(answer.body());
    assertThat(json.path("status").intValue()).isEqualTo(answer.statusCode());
    return json.path("detail").stringValue();
  }
}
