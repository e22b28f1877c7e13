package dev.sluice.app.gateway;

import static dev.sluice.app.gateway.RunningGateway.MIRA;
import static dev.sluice.app.gateway.RunningGateway.TOKEN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.api.ledger.MigrationState;
import dev.sluice.api.target.Target;
import dev.sluice.contracts.fusionauth.FakeFusionAuth;
import dev.sluice.targets.fusionauth.FusionAuthTargetFactory;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A fake FusionAuth with an application, and a gateway before it that knows Mira. */
final class FusionAuthWithGateway implements AutoCloseable {
  static final String LOGIN = "mira@example.org";

  final FakeFusionAuth fusionAuth = FakeFusionAuth.start();
  final String application = fusionAuth.addApplication("shop");
  final Target target =
      new FusionAuthTargetFactory()
          .open(
              Map.of(
                  "url",
                  fusionAuth.url().toString(),
                  "api-key",
                  FakeFusionAuth.KEY,
                  "tenant-id",
                  FakeFusionAuth.TENANT,
                  "application-ids",
                  application,
                  "imported-users",
                  "v1-login"));
  final RunningGateway gateway = new RunningGateway(target).withMira();
  private final HttpClient client = HttpClient.newHttpClient();

  void waitUntilMoved() throws InterruptedException {
    long patience = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (gateway.ledger.stateOf(MIRA.value()) != MigrationState.MIGRATED
        && System.nanoTime() < patience) {
      Thread.sleep(20);
    }
    assertThat(gateway.ledger.stateOf(MIRA.value())).isEqualTo(MigrationState.MIGRATED);
  }

  /** Makes a Generic Connector to the gateway, first in order and migrating. */
  void connect() throws Exception {
    String connector =
        """
        {"connector": {"name": "old pool", "type": "Generic",
          "authenticationURL": "%s/hooks/fusionauth", "connectTimeout": 1000, "readTimeout": 3000,
          "headers": {"Authorization": "Bearer %s"}}}
        """
            .formatted(gateway.uri(), TOKEN);
    String id = json(call("POST", "/api/connector", connector)).at("/connector/id").asString();
    String policy =
        """
        {"tenant": {"connectorPolicies": [{"connectorId": "%s", "domains": ["*"], "migrate": true}]}}
        """
            .formatted(id);
    assertThat(call("PATCH", "/api/tenant/" + FakeFusionAuth.TENANT, policy).statusCode())
        .isEqualTo(200);
  }

  HttpResponse<String> loginAtFusionAuth(String password) throws Exception {
    return loginAtFusionAuth(LOGIN, password);
  }

  HttpResponse<String> loginAtFusionAuth(String login, String password) throws Exception {
    return call("POST", "/api/login", body(login, password));
  }

  HttpResponse<String> loginAtUs(String password) throws Exception {
    return gateway.post("/v1/login", body(LOGIN, password));
  }

  private String body(String login, String password) {
    return "{\"applicationId\":\"%s\",\"loginId\":\"%s\",\"password\":\"%s\"}"
        .formatted(application, login, password);
  }

  HttpResponse<String> call(String method, String path, String body)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(fusionAuth.url() + path))
            .header("Authorization", FakeFusionAuth.KEY)
            .header("X-FusionAuth-TenantId", FakeFusionAuth.TENANT)
            .header("Content-Type", "application/json")
            .method(method, HttpRequest.BodyPublishers.ofString(body))
            .build();
    return client.send(request, HttpResponse.BodyHandlers.ofString());
  }

  static JsonNode json(HttpResponse<String> answer) {
    return JsonMapper.shared().readTree(answer.body());
  }

  @Override
  public void close() {
    client.close();
    gateway.close();
    target.close();
    fusionAuth.close();
  }
}
