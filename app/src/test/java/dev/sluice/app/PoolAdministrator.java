package dev.sluice.app;

import dev.sluice.rehearsal.RehearsalPool;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** Somebody who changes users in a rehearsal pool by Cognito's own calls. */
public record PoolAdministrator(RehearsalPool pool) {

  /** Makes one call about one user. */
  public void does(String operation, String username, Map<String, ?> more) {
    Map<String, Object> body = new HashMap<>(more);
    body.put("UserPoolId", pool.userPoolId());
    body.put("Username", username);
    HttpRequest request =
        HttpRequest.newBuilder(pool.endpoint())
            .header("Content-Type", "application/x-amz-json-1.1")
            .header("X-Amz-Target", "AWSCognitoIdentityProviderService." + operation)
            .header(
                "Authorization",
                "AWS4-HMAC-SHA256 Credential=made/20260101/"
                    + pool.userPoolId().replaceFirst("_.*", "")
                    + "/cognito-idp/aws4_request, SignedHeaders=host, Signature=0")
            .POST(HttpRequest.BodyPublishers.ofString(JsonMapper.shared().writeValueAsString(body)))
            .build();
    try (HttpClient http = HttpClient.newHttpClient()) {
      HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() != 200) {
        throw new AssertionError(operation + " answered " + answer.body());
      }
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    } catch (InterruptedException stopped) {
      throw new AssertionError(stopped);
    }
  }
}
