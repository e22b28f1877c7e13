package dev.sluice.scenarios;

import dev.sluice.harness.StandIn;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A stand-in that others wrote, with a few users made through Cognito's own calls. */
record FilledStandIn(StandIn standIn, Pool pool, Map<String, String> subs)
    implements AutoCloseable {
  static final String PASSWORD = "Quince-Harbour-58";

  private static final JsonMapper JSON = new JsonMapper();

  /** Users {@code person-0} and so on, confirmed, all with one password. */
  static FilledStandIn with(StandIn standIn, int users) {
    URI endpoint = standIn.endpoint();
    String pool =
        call(endpoint, "CreateUserPool", Map.of("PoolName", "orchard"))
            .path("UserPool")
            .path("Id")
            .asString();
    JsonNode client =
        call(
                endpoint,
                "CreateUserPoolClient",
                Map.of(
                    "UserPoolId",
                    pool,
                    "ClientName",
                    "sluice",
                    "ExplicitAuthFlows",
                    List.of("ALLOW_USER_PASSWORD_AUTH", "ALLOW_REFRESH_TOKEN_AUTH")))
            .path("UserPoolClient");
    Map<String, String> subs = new LinkedHashMap<>();
    for (int n = 0; n < users; n++) {
      subs.put("person-" + n, person(endpoint, pool, "person-" + n));
    }
    return new FilledStandIn(
        standIn,
        new Pool(
            endpoint, "eu-north-1", pool, client.path("ClientId").asString(), Optional.empty()),
        subs);
  }

  @Override
  public void close() {
    standIn.close();
  }

  private static String person(URI endpoint, String pool, String name) {
    JsonNode user =
        call(
            endpoint,
            "AdminCreateUser",
            Map.of(
                "UserPoolId",
                pool,
                "Username",
                name,
                "MessageAction",
                "SUPPRESS",
                "TemporaryPassword",
                "Temporary-Pear-7",
                "UserAttributes",
                List.of(Map.of("Name", "email", "Value", name + "@example.org"))));
    call(
        endpoint,
        "AdminSetUserPassword",
        Map.of("UserPoolId", pool, "Username", name, "Password", PASSWORD, "Permanent", true));
    return StreamSupport.stream(user.path("User").path("Attributes").spliterator(), false)
        .filter(attribute -> attribute.path("Name").asString().equals("sub"))
        .map(attribute -> attribute.path("Value").asString())
        .findFirst()
        .orElseThrow();
  }

  private static JsonNode call(URI endpoint, String operation, Map<String, ?> request) {
    HttpResponse<String> answer =
        Http.send(
            HttpRequest.newBuilder(endpoint)
                .header("Content-Type", "application/x-amz-json-1.1")
                .header("X-Amz-Target", "AWSCognitoIdentityProviderService." + operation)
                .header(
                    "Authorization",
                    "AWS4-HMAC-SHA256 Credential=made/20260101/eu-north-1/cognito-idp/aws4_request,"
                        + " SignedHeaders=host, Signature=0")
                .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(request))));
    if (answer.statusCode() != 200) {
      throw new AssertionError(operation + " answered " + answer.body());
    }
    return JSON.readTree(answer.body());
  }
}
