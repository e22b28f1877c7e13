package dev.sluice.keycloak.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.harness.Eventually;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class BulkModeTest {
  private static final FakeGateway GATEWAY = new FakeGateway();
  private static final Rest REST = LiveKeycloak.REST;
  private static final TestRealm REALM = new TestRealm(REST, GATEWAY, "bulk");

  private final String id = UUID.randomUUID().toString();
  private final String name = "finn-" + id;

  @AfterAll
  static void stop() {
    GATEWAY.close();
  }

  @Test
  void the_gateway_is_never_asked() {
    ObjectNode person = People.person(id, name).put("password", "MUST_RESET");
    REALM.bring(person);
    GATEWAY.knows(name, "Old-Passw0rd", person.toString());
    GATEWAY.knows("nobody-" + id, "Old-Passw0rd", person.toString());
    assertThat(REALM.login(name, "Old-Passw0rd").status()).isEqualTo(400);
    assertThat(REALM.login("nobody-" + id, "Old-Passw0rd").status()).isEqualTo(400);
    assertThat(GATEWAY.bodies("/v1/first-login")).isEmpty();
  }

  @Test
  void a_new_password_settles_as_reset() throws Exception {
    REALM.bring(People.person(id, name).put("password", "MUST_RESET"));
    REST.put(
        REALM.path + "/users/" + id + "/reset-password",
        Map.of("type", "password", "value", "Brand-new-9", "temporary", false));
    assertThat(TestRealm.subject(REALM.login(name, "Brand-new-9"))).isEqualTo(id);
    Eventually.holds(() -> assertThat(GATEWAY.settled(id)).containsExactly("RESET"));
  }
}
