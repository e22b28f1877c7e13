package dev.sluice.keycloak.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Users whom somebody has cut off from Sluice's component, and ids that other realms have. */
class RelinkTest {
  private static final FakeGateway GATEWAY = new FakeGateway();
  private static final Rest REST = LiveKeycloak.REST;
  private static final TestRealm REALM = new TestRealm(REST, GATEWAY, "hybrid");
  private static final TestRealm OTHER = new TestRealm(REST, GATEWAY, "hybrid");
  private static final String PASSWORD = "Old-Passw0rd";

  private final String id = UUID.randomUUID().toString();
  private final String name = "ulf-" + id;
  private final ObjectNode person = People.person(id, name);

  @AfterAll
  static void stop() {
    GATEWAY.close();
  }

  @Test
  void who_was_unlinked_logs_in_with_the_old_password_again() throws Exception {
    bring();
    linkTo("");
    assertThat(REALM.login(name, PASSWORD).status()).isEqualTo(400);

    assertThat(relink(id)).isEqualTo("done");
    assertThat(relink(id)).isEqualTo("done");
    assertThat(TestRealm.subject(REALM.login(name, PASSWORD))).isEqualTo(id);
    assertThat(REALM.moved(id).path("linked").asBoolean()).isFalse();
  }

  @Test
  void so_does_who_was_linked_to_a_component_that_is_gone() throws Exception {
    bring();
    linkTo(UUID.randomUUID().toString());

    assertThat(relink(id)).isEqualTo("done");
    assertThat(TestRealm.subject(REALM.login(name, PASSWORD))).isEqualTo(id);
  }

  @Test
  void who_has_moved_is_left_alone() throws Exception {
    bring();
    assertThat(TestRealm.subject(REALM.login(name, PASSWORD))).isEqualTo(id);

    assertThat(relink(id)).isEqualTo("in-charge");
    assertThat(REALM.moved(id).path("linked").asBoolean()).isFalse();
    assertThat(TestRealm.subject(REALM.login(name, PASSWORD))).isEqualTo(id);
  }

  @Test
  void who_is_not_there_is_told_of_and_nobody_is_made() {
    assertThat(relink(id)).isEqualTo("not-there");
    assertThat(REST.get(REALM.path + "/users/" + id).status()).isEqualTo(404);
  }

  @Test
  void an_id_of_another_realm_is_told_with_the_realm() {
    OTHER.bring(person);
    String free = UUID.randomUUID().toString();
    JsonNode told =
        REST.post(REALM.path + "/sluice/users/elsewhere", Map.of("ids", List.of(id, free)))
            .body()
            .path("realms");
    assertThat(told.path(id).asText()).isEqualTo(OTHER.name);
    assertThat(told.has(free)).isFalse();
    assertThat(
            REST.post(OTHER.path + "/sluice/users/elsewhere", Map.of("ids", List.of(id)))
                .body()
                .path("realms"))
        .isEmpty();
  }

  private void bring() {
    REALM.bring(person);
    GATEWAY.knows(name, PASSWORD, person.toString());
  }

  private void linkTo(String component) {
    Rest.Reply reply = REST.put(REALM.path + "/users/" + id, Map.of("federationLink", component));
    assertThat(reply.status()).as(reply.text()).isEqualTo(204);
  }

  private static String relink(String id) {
    Rest.Reply reply = REST.post(REALM.path + "/sluice/relinks", Map.of("ids", List.of(id)));
    assertThat(reply.status()).as(reply.text()).isEqualTo(200);
    return reply.body().path("outcomes").path(0).path("outcome").asText();
  }
}
