package dev.sluice.keycloak.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.harness.Eventually;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Users are changed and removed until their first login, and a login at the same moment counts. */
class UserChangesTest {
  private static final FakeGateway GATEWAY = new FakeGateway();
  private static final Rest REST = LiveKeycloak.REST;
  private static final TestRealm REALM = new TestRealm(REST, GATEWAY, "hybrid");
  private static final String PASSWORD = "Old-Passw0rd äöü";

  private final String id = UUID.randomUUID().toString();
  private final String name = "eva-" + id;
  private final ObjectNode person = People.person(id, name);

  @AfterAll
  static void stop() {
    GATEWAY.close();
  }

  @BeforeEach
  void bring() {
    REALM.bring(person);
    GATEWAY.knows(name, PASSWORD, person.toString());
  }

  @Test
  void an_update_in_the_middle_of_a_first_login_stays() throws Exception {
    GATEWAY.meanwhile(name, () -> assertThat(outcome(update("Changed", true))).isEqualTo("done"));

    assertThat(TestRealm.subject(REALM.login(name, PASSWORD))).isEqualTo(id);

    assertThat(REALM.user(id).path("lastName").asText()).isEqualTo("Changed");
    assertThat(REALM.moved(id).path("linked").asBoolean()).isFalse();
    assertThat(REALM.moved(id).path("hasPassword").asBoolean()).isTrue();
  }

  @Test
  void who_is_disabled_in_the_middle_of_a_first_login_is_not_let_in() {
    GATEWAY.meanwhile(name, () -> assertThat(outcome(update("Changed", false))).isEqualTo("done"));

    assertThat(REALM.login(name, PASSWORD).status()).isNotEqualTo(200);

    assertThat(REALM.user(id).path("enabled").asBoolean(true)).isFalse();
    assertThat(REALM.moved(id).path("linked").asBoolean()).isTrue();
    assertThat(REALM.moved(id).path("hasPassword").asBoolean()).isFalse();
  }

  @Test
  void who_is_removed_in_the_middle_of_a_first_login_stays_removed() {
    GATEWAY.meanwhile(name, () -> assertThat(outcome(remove())).isEqualTo("done"));

    assertThat(REALM.login(name, PASSWORD).status()).isNotEqualTo(200);

    assertThat(REST.get(REALM.path + "/users/" + id).status()).isEqualTo(404);
    assertThat(GATEWAY.settled(id)).isEmpty();
  }

  @Test
  void after_the_first_login_nothing_is_changed_or_removed_any_more() {
    REALM.login(name, PASSWORD);

    assertThat(outcome(update("Changed", false))).isEqualTo("in-charge");
    assertThat(outcome(remove())).isEqualTo("in-charge");

    assertThat(REALM.user(id).path("lastName").asText()).isEqualTo("Family " + name);
    assertThat(REALM.user(id).path("enabled").asBoolean()).isTrue();
  }

  @Test
  void the_gateway_is_not_told_of_a_user_whom_sluice_removes() throws Exception {
    assertThat(outcome(remove())).isEqualTo("done");
    assertThat(outcome(remove())).isEqualTo("not-there");

    REST.delete(REALM.path + "/users/" + bringAnother());
    Eventually.holds(() -> assertThat(GATEWAY.bodies("/v1/gone")).isNotEmpty());
    assertThat(GATEWAY.bodies("/v1/gone"))
        .noneMatch(body -> body.path("userId").asText().equals(id));
  }

  @Test
  void a_login_and_an_update_at_the_same_moment_lose_nothing() throws Exception {
    for (int round = 0; round < 8; round++) {
      String another = bringAnother();
      ObjectNode changed = People.person(another, "eva-" + another).put("familyName", "Changed");
      GATEWAY.knows("eva-" + another, PASSWORD, changed.toString());
      var login = CompletableFuture.supplyAsync(() -> REALM.login("eva-" + another, PASSWORD));
      String outcome = outcome(send(changed));

      assertThat(TestRealm.subject(login.get())).isEqualTo(another);
      assertThat(REALM.user(another).path("lastName").asText())
          .isEqualTo(outcome.equals("done") ? "Changed" : "Family eva-" + another);
      assertThat(REALM.moved(another).path("linked").asBoolean()).isFalse();
    }
  }

  @Test
  void who_is_disabled_at_the_source_is_so_even_when_the_other_changes_are_refused() {
    String email = "taken-" + id + "@example.org";
    String another = UUID.randomUUID().toString();
    REALM.bring(People.person(another, "eva-" + another).put("email", email));
    ObjectNode changed = person.deepCopy().put("email", email).put("enabled", false);
    changed.put("emailVerified", false);

    assertThat(outcome(send(changed))).isEqualTo("refused");

    assertThat(REALM.user(id).path("enabled").asBoolean(true)).isFalse();
    assertThat(REALM.user(id).path("emailVerified").asBoolean(true)).isFalse();
    assertThat(REALM.user(id).path("email").asText()).isNotEqualTo(email);
  }

  @Test
  void an_attribute_of_the_realms_own_stays() {
    ObjectNode own = (ObjectNode) REALM.user(id);
    ((ObjectNode) own.path("attributes")).putArray("supportNote").add("call back");
    assertThat(REST.put(REALM.path + "/users/" + id, own).status()).isEqualTo(204);

    update("Changed", true);

    assertThat(REALM.user(id).path("attributes").path("supportNote"))
        .hasToString("[\"call back\"]");
    assertThat(REALM.user(id).path("attributes").has("plan")).isFalse();
  }

  private String bringAnother() {
    String another = UUID.randomUUID().toString();
    REALM.bring(People.person(another, "eva-" + another));
    return another;
  }

  private JsonNode update(String familyName, boolean enabled) {
    ObjectNode changed = person.deepCopy().put("familyName", familyName).put("enabled", enabled);
    changed.putObject("attributes");
    return send(changed);
  }

  private static JsonNode send(ObjectNode user) {
    ObjectNode request = Rest.JSON.createObjectNode();
    request.putArray("attributes").add("plan");
    request.putArray("groups").add("/staff/admins").add("/readers");
    ObjectNode update = request.putArray("updates").addObject().put("mayEnable", false);
    update.set("user", user);
    return REST.post(REALM.path + "/sluice/updates", request).body();
  }

  private JsonNode remove() {
    ObjectNode request = Rest.JSON.createObjectNode();
    request.putArray("ids").add(id);
    return REST.post(REALM.path + "/sluice/removals", request).body();
  }

  private static String outcome(JsonNode answer) {
    return answer.path("outcomes").path(0).path("outcome").asText();
  }
}
