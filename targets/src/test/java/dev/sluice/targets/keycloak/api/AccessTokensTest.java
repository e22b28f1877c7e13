package dev.sluice.targets.keycloak.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.api.Secret;
import dev.sluice.targets.http.TroubleException;
import dev.sluice.targets.keycloak.HttpStub;
import dev.sluice.targets.keycloak.HttpStub.Reply;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AccessTokensTest {
  private static final String TOKEN = "POST /realms/master/protocol/openid-connect/token";
  private static final String REALM = "GET /admin/realms/customers";

  private final HttpStub keycloak = HttpStub.keycloak();
  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-05-06T07:08:09Z"));
  private final KeycloakApi api =
      new KeycloakApi(
          new KeycloakOptions(
              keycloak.url(),
              "customers",
              new AdminCredentials.Administrator("root", new Secret("a+b&c=d"))),
          now::get,
          Duration.ofSeconds(5));

  @AfterEach
  void close() {
    api.close();
    keycloak.close();
  }

  @Test
  void one_token_serves_many_calls_until_shortly_before_its_end() throws TroubleException {
    api.get(api.realm(""));
    pass(Duration.ofSeconds(44));
    api.get(api.realm(""));
    assertThat(keycloak.requests(TOKEN)).hasSize(1);

    pass(Duration.ofSeconds(2));
    api.get(api.realm(""));
    assertThat(keycloak.requests(TOKEN)).hasSize(2);
  }

  @Test
  void a_token_that_is_refused_is_replaced_once() throws TroubleException {
    AtomicInteger tokens = new AtomicInteger();
    keycloak.on(TOKEN, _ -> HttpStub.token("token-" + tokens.incrementAndGet(), 60));
    keycloak.on(
        REALM,
        request ->
            request.authorization().equals("Bearer token-2")
                ? Reply.of(200, "{}")
                : Reply.of(401, ""));

    assertThat(api.get(api.realm("")).status()).isEqualTo(200);
    assertThat(keycloak.requests(REALM)).hasSize(2);
  }

  @Test
  void a_password_with_special_characters_arrives_as_it_is() throws TroubleException {
    api.get(api.realm(""));

    assertThat(keycloak.requests(TOKEN).getFirst().body())
        .contains("password=a%2Bb%26c%3Dd")
        .contains("grant_type=password");
  }

  private void pass(Duration time) {
    now.updateAndGet(instant -> instant.plus(time));
  }
}
