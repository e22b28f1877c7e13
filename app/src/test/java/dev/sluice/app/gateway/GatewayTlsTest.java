package dev.sluice.app.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.api.Secret;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GatewayTlsTest {
  @Test
  void with_a_certificate_it_answers_over_tls(@TempDir Path directory) throws Exception {
    MadeUpCertificate certificate = new MadeUpCertificate(directory);
    try (RunningGateway gateway = RunningGateway.at(settings(certificate.files()));
        HttpClient client = HttpClient.newBuilder().sslContext(certificate.trust()).build()) {
      HttpResponse<String> answer =
          client.send(
              HttpRequest.newBuilder(URI.create(gateway.uri() + "/actuator/health")).build(),
              HttpResponse.BodyHandlers.ofString());

      assertThat(gateway.uri().getScheme()).isEqualTo("https");
      assertThat(answer.body()).isEqualTo("{\"status\":\"UP\"}");
    }
  }

  @Test
  void at_a_hook_a_client_may_show_a_certificate_in_place_of_the_token(@TempDir Path directory)
      throws Exception {
    MadeUpCertificate certificate = new MadeUpCertificate(directory);
    GatewaySettings.Tls files = certificate.files();
    GatewaySettings.Tls asked =
        new GatewaySettings.Tls(files.certificate(), files.key(), Optional.of(files.certificate()));
    try (RunningGateway gateway = RunningGateway.at(settings(asked)).withMira();
        HttpClient known = HttpClient.newBuilder().sslContext(certificate.trustAndShow()).build();
        HttpClient stranger = HttpClient.newBuilder().sslContext(certificate.trust()).build()) {
      HttpRequest question =
          HttpRequest.newBuilder(URI.create(gateway.uri() + "/hooks/plain"))
              .POST(
                  HttpRequest.BodyPublishers.ofString(
                      "{\"who\":\"mira@example.org\",\"secret\":\"not hers\"}"))
              .build();

      assertThat(known.send(question, HttpResponse.BodyHandlers.ofString()).statusCode())
          .isEqualTo(404);
      assertThatThrownBy(() -> stranger.send(question, HttpResponse.BodyHandlers.ofString()))
          .isInstanceOf(IOException.class);
      assertThat(gateway.check.asked()).hasSize(1);
    }
  }

  @Test
  void a_certificate_of_a_client_opens_nothing_but_the_hooks(@TempDir Path directory)
      throws Exception {
    MadeUpCertificate certificate = new MadeUpCertificate(directory);
    GatewaySettings.Tls files = certificate.files();
    GatewaySettings.Tls asked =
        new GatewaySettings.Tls(files.certificate(), files.key(), Optional.of(files.certificate()));
    try (RunningGateway gateway = RunningGateway.at(settings(asked));
        HttpClient known = HttpClient.newBuilder().sslContext(certificate.trustAndShow()).build()) {
      HttpRequest call =
          HttpRequest.newBuilder(URI.create(gateway.uri() + "/v1/users/mira")).build();

      assertThat(known.send(call, HttpResponse.BodyHandlers.ofString()).statusCode())
          .isEqualTo(401);
    }
  }

  @Test
  void a_certificate_that_is_not_there_is_named(@TempDir Path directory) {
    Path missing = directory.resolve("no-such-certificate.pem");

    assertThatThrownBy(() -> RunningGateway.at(settings(new GatewaySettings.Tls(missing, missing))))
        .isInstanceOf(GatewayException.class)
        .hasMessageContaining("no-such-certificate.pem");
  }

  private static GatewaySettings settings(GatewaySettings.Tls tls) {
    return new GatewaySettings("127.0.0.1", 0, new Secret(RunningGateway.TOKEN), Optional.of(tls));
  }
}
