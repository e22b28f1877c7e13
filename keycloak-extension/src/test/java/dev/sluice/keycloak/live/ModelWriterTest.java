package dev.sluice.keycloak.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.keycloak.ExtensionVersion;
import dev.sluice.servers.keycloak.KeycloakDistribution;
import dev.sluice.servers.keycloak.KeycloakServer;
import dev.sluice.servers.keycloak.ProviderJar;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The slower way to write users, on Keycloak's file database. */
class ModelWriterTest {
  private final String id = UUID.randomUUID().toString();
  private final ObjectNode person = People.person(id, "ida-" + id);

  @Test
  void it_brings_the_same_as_the_fast_way() throws Exception {
    try (var keycloak =
            KeycloakServer.builder(KeycloakDistribution.obtain())
                .providers(ProviderJar.of(ExtensionVersion.class))
                .environment("KC_SPI_ADMIN_REALM_RESTAPI_EXTENSION__SLUICE__WRITER", "model")
                .start();
        var gateway = new FakeGateway()) {
      var realm = new TestRealm(new Rest(keycloak), gateway, "hybrid");
      ObjectNode tooLong = People.person(UUID.randomUUID().toString(), "long-" + id);
      tooLong.withObject("/attributes").putArray("n".repeat(300)).add("x");
      assertThat(realm.bring(person, tooLong))
          .extracting(outcome -> outcome.path("outcome").asText())
          .containsExactly("created", "refused");
      assertThat(realm.writer()).isEqualTo("model");
      assertProfile(realm.user(id));
      gateway.knows("ida-" + id, "Old-Passw0rd", person.toString());
      assertThat(TestRealm.subject(realm.login("ida-" + id, "Old-Passw0rd"))).isEqualTo(id);
    }
  }

  private void assertProfile(JsonNode user) {
    assertThat(user.path("email").asText()).isEqualTo("ida-" + id + "@example.org");
    assertThat(user.path("emailVerified").asBoolean()).isTrue();
    assertThat(user.path("enabled").asBoolean()).isTrue();
    assertThat(user.path("createdTimestamp").asLong()).isEqualTo(1_500_000_000_123L);
    assertThat(user.path("attributes").path("plan")).hasToString("[\"gold\",\"silver\"]");
  }
}
