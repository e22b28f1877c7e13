package dev.sluice.contracts.fusionauth;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** Calls a fake as any client of FusionAuth's would. */
record Caller(URI url, String key) {
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  static Caller of(FakeFusionAuth fake) {
    return new Caller(fake.url(), FakeFusionAuth.KEY);
  }

  /** What came back. */
  record Answer(int status, JsonNode body) {}

  Answer post(String path, String json) {
    return send("POST", path, json);
  }

  Answer get(String path) {
    return send("GET", path, "");
  }

  Answer send(String method, String path, String json) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(url + path))
            .header("Authorization", key)
            .header("X-FusionAuth-TenantId", FakeFusionAuth.TENANT)
            .method(method, HttpRequest.BodyPublishers.ofString(json))
            .build();
    try {
      HttpResponse<String> response = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
      JsonNode body =
          response.body().isBlank()
              ? MissingNode.getInstance()
              : JsonMapper.shared().readTree(response.body());
      return new Answer(response.statusCode(), body);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
