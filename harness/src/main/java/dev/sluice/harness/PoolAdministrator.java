package dev.sluice.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Changes users in a pool by Cognito's own calls, as a live application's administrator does. */
public record PoolAdministrator(URI endpoint, String userPoolId) {

  /** Makes one call about one user, and returns the answer. */
  public JsonNode does(String operation, String username, Map<String, ?> more) {
    Map<String, Object> body = new HashMap<>(more);
    body.put("UserPoolId", userPoolId);
    body.put("Username", username);
    HttpRequest request =
        HttpRequest.newBuilder(endpoint)
            .header("Content-Type", "application/x-amz-json-1.1")
            .header("X-Amz-Target", "AWSCognitoIdentityProviderService." + operation)
            .header(
                "Authorization",
                "AWS4-HMAC-SHA256 Credential=made/20260101/"
                    + userPoolId.replaceFirst("_.*", "")
                    + "/cognito-idp/aws4_request, SignedHeaders=host, Signature=0")
            .POST(HttpRequest.BodyPublishers.ofString(JsonMapper.shared().writeValueAsString(body)))
            .build();
    try (HttpClient http = HttpClient.newHttpClient()) {
      HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() != 200) {
        throw new AssertionError(operation + " answered " + answer.body());
      }
      return JsonMapper.shared().readTree(answer.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Makes one call that needs nothing but the user. */
  public JsonNode does(String operation, String username) {
    return does(operation, username, Map.of());
  }

  /** Sets one attribute of a user. */
  public void sets(String username, String attribute, String value) {
    does(
        "AdminUpdateUserAttributes",
        username,
        Map.of("UserAttributes", List.of(Map.of("Name", attribute, "Value", value))));
  }
}
