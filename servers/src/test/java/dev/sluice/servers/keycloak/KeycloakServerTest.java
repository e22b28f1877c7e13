package dev.sluice.servers.keycloak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class KeycloakServerTest {
  @Test
  void it_answers_its_administrator_until_it_is_closed() throws Exception {
    URI url;
    try (var server = KeycloakServer.builder(KeycloakDistribution.obtain()).start()) {
      url = server.url();
      assertThat(url.getHost()).isEqualTo("127.0.0.1");
      assertThat(adminLogin(server, server.adminPassword())).isEqualTo(200);
      assertThat(adminLogin(server, "not " + server.adminPassword())).isEqualTo(400);
      assertThat(server.log()).content().contains("Keycloak 26.7.3");
    }
    assertThatThrownBy(() -> send(HttpRequest.newBuilder(url).build()))
        .isInstanceOf(IOException.class);
  }

  private static int adminLogin(KeycloakServer server, String password) throws Exception {
    String form =
        "grant_type=password&client_id=admin-cli&username=%s&password=%s"
            .formatted(server.adminUsername(), URLEncoder.encode(password, StandardCharsets.UTF_8));
    return send(
        HttpRequest.newBuilder(server.url().resolve("/realms/master/protocol/openid-connect/token"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form))
            .build());
  }

  private static int send(HttpRequest request) throws IOException, InterruptedException {
    try (var http = HttpClient.newHttpClient()) {
      return http.send(request, HttpResponse.BodyHandlers.ofString()).statusCode();
    }
  }
}
