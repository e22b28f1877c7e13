package dev.sluice.keycloak.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.harness.Eventually;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What administrators and users do to a user whose password has not moved yet. */
class LinkedUserTest {
  private static final FakeGateway GATEWAY = new FakeGateway();
  private static final Rest REST = LiveKeycloak.REST;
  private static final TestRealm REALM = new TestRealm(REST, GATEWAY, "hybrid");
  private static final String NEW_PASSWORD = "Brand-new-9";

  private final String id = UUID.randomUUID().toString();
  private final String name = "dora-" + id;
  private final String path = REALM.path + "/users/" + id;

  @AfterAll
  static void stop() {
    GATEWAY.close();
  }

  @BeforeEach
  void bring() {
    ObjectNode person = People.person(id, name);
    REALM.bring(person);
    GATEWAY.knows(name, "Old-Passw0rd", person.toString());
  }

  @Test
  void an_administrators_reset_ends_the_old_password_and_counts_as_reset() throws Exception {
    assertThat(reset(NEW_PASSWORD, false)).isEqualTo(204);
    assertThat(REALM.login(name, "Old-Passw0rd").status()).isEqualTo(400);
    assertThat(TestRealm.subject(REALM.login(name, NEW_PASSWORD))).isEqualTo(id);
    assertThat(GATEWAY.asked(name)).isEmpty();
    assertThat(REALM.moved(id).path("linked").asBoolean()).isFalse();
    Eventually.holds(() -> assertThat(GATEWAY.settled(id)).containsExactly("RESET"));
  }

  @Test
  void a_temporary_password_must_be_changed() {
    assertThat(reset(NEW_PASSWORD, true)).isEqualTo(204);
    assertThat(REALM.login(name, NEW_PASSWORD).body().path("error_description").asText())
        .isEqualTo("Account is not fully set up");
  }

  @Test
  void a_reset_that_the_policy_forbids_changes_nothing() {
    REST.put(REALM.path, Map.of("passwordPolicy", "length(40)"));
    try {
      assertThat(reset(NEW_PASSWORD, false)).isEqualTo(400);
    } finally {
      REST.put(REALM.path, Map.of("passwordPolicy", ""));
    }
    assertThat(REALM.moved(id).path("linked").asBoolean()).isTrue();
    assertThat(REALM.moved(id).path("hasPassword").asBoolean()).isFalse();
    assertThat(REALM.login(name, "Old-Passw0rd").status()).isEqualTo(200);
  }

  @Test
  void a_linked_user_can_be_deleted_and_the_gateway_hears_of_it() throws Exception {
    assertThat(REST.delete(path).status()).isEqualTo(204);
    assertThat(REST.get(path).status()).isEqualTo(404);
    assertThat(REST.get(REALM.path + "/sluice/users/" + id).status()).isEqualTo(404);
    Eventually.holds(() ->
        assertThat(GATEWAY.bodies("/v1/gone"))
            .anyMatch(body -> body.path("userId").asText().equals(id)));
  }

  @Test
  void a_linked_user_can_be_disabled_and_enabled_again() throws Exception {
    assertThat(REST.put(path, Map.of("enabled", false)).status()).isEqualTo(204);
    assertThat(REALM.login(name, "Old-Passw0rd").status()).isEqualTo(400);
    assertThat(REST.put(path, Map.of("enabled", true)).status()).isEqualTo(204);
    assertThat(TestRealm.subject(REALM.login(name, "Old-Passw0rd"))).isEqualTo(id);
  }

  @Test
  void a_linked_user_can_be_edited_and_still_moves() throws Exception {
    ObjectNode user = (ObjectNode) REALM.user(id);
    user.put("firstName", "Changed").withObject("/attributes").putArray("plan").add("bronze");
    assertThat(REST.put(path, user).status()).isEqualTo(204);
    assertThat(REALM.user(id).path("firstName").asText()).isEqualTo("Changed");
    assertThat(REALM.user(id).path("attributes").path("plan")).hasToString("[\"bronze\"]");
    assertThat(TestRealm.subject(REALM.login(name, "Old-Passw0rd"))).isEqualTo(id);
    assertThat(REALM.user(id).path("firstName").asText()).isEqualTo("Changed");
  }

  @Test
  void a_user_made_by_an_administrator_is_keycloaks_own() {
    String other = "other-" + id;
    assertThat(
            REST.post(REALM.path + "/users", Map.of("username", other, "enabled", true)).status())
        .isEqualTo(201);
    assertThat(REALM.login(other, "anything").status()).isEqualTo(400);
    assertThat(GATEWAY.asked(other)).isEmpty();
  }

  private int reset(String password, boolean temporary) {
    return REST.put(
            path + "/reset-password",
            Map.of("type", "password", "value", password, "temporary", temporary))
        .status();
  }
}
