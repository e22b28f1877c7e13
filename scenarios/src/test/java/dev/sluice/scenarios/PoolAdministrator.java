package dev.sluice.scenarios;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Somebody who changes users in a pool by Cognito's own calls, as the live application does. */
record PoolAdministrator(Pool pool) {

  /** Makes one call about one user. */
  JsonNode does(String operation, String username, Map<String, ?> more) {
    Map<String, Object> body = new HashMap<>(more);
    body.put("UserPoolId", pool.userPoolId());
    body.put("Username", username);
    HttpResponse<String> answer =
        Http.send(
            HttpRequest.newBuilder(pool.endpoint())
                .header("Content-Type", "application/x-amz-json-1.1")
                .header("X-Amz-Target", "AWSCognitoIdentityProviderService." + operation)
                .header(
                    "Authorization",
                    "AWS4-HMAC-SHA256 Credential=made/20260101/"
                        + pool.region()
                        + "/cognito-idp/aws4_request, SignedHeaders=host, Signature=0")
                .POST(
                    HttpRequest.BodyPublishers.ofString(
                        JsonMapper.shared().writeValueAsString(body))));
    if (answer.statusCode() != 200) {
      throw new AssertionError(operation + " answered " + answer.body());
    }
    return JsonMapper.shared().readTree(answer.body());
  }

  void does(String operation, String username) {
    does(operation, username, Map.of());
  }

  void sets(String username, String attribute, String value) {
    does(
        "AdminUpdateUserAttributes",
        username,
        Map.of("UserAttributes", List.of(Map.of("Name", attribute, "Value", value))));
  }
}
