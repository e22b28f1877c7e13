package dev.sluice.keycloak.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Whoever has something already is found, also where the email does not tell of them. */
class TakenTest {
  private static final FakeGateway GATEWAY = new FakeGateway();
  private static final Rest REST = LiveKeycloak.REST;
  private static final TestRealm REALM = new TestRealm(REST, GATEWAY, "hybrid");

  private final String id = UUID.randomUUID().toString();
  private final String name = "ann-" + id;
  private final ObjectNode newcomer =
      People.person(UUID.randomUUID().toString(), "new-" + UUID.randomUUID());

  @AfterAll
  static void stop() {
    GATEWAY.close();
  }

  @Test
  void one_whose_email_has_changed_since_is_already_there() {
    bring(REALM, People.person(id, name));
    ObjectNode changed = People.person(id, name).put("email", "changed-" + id + "@example.org");

    assertThat(REALM.bring(changed, newcomer))
        .extracting(TakenTest::outcome)
        .containsExactly("already-there", "created");
  }

  @Test
  void a_username_without_an_email_is_taken() {
    bring(REALM, People.person(id, name).putNull("email"));
    ObjectNode same = People.person(UUID.randomUUID().toString(), name).putNull("email");

    List<JsonNode> outcomes = REALM.bring(newcomer, same);

    assertThat(outcomes).extracting(TakenTest::outcome).containsExactly("created", "refused");
    assertThat(problem(outcomes.get(1))).contains("username", name, id);
  }

  @Test
  void a_username_with_another_email_is_taken() {
    bring(REALM, People.person(id, name));
    ObjectNode same =
        People.person(UUID.randomUUID().toString(), name).put("email", id + "@example.org");

    List<JsonNode> outcomes = REALM.bring(same, newcomer);

    assertThat(outcomes).extracting(TakenTest::outcome).containsExactly("refused", "created");
    assertThat(problem(outcomes.get(0))).contains("username", name, id);
  }

  @Test
  void an_id_of_another_realm_is_taken() {
    bring(new TestRealm(REST, GATEWAY, "hybrid"), People.person(id, name));

    List<JsonNode> outcomes = REALM.bring(People.person(id, name), newcomer);

    assertThat(outcomes).extracting(TakenTest::outcome).containsExactly("refused", "created");
    assertThat(problem(outcomes.get(0))).contains("another realm");
  }

  @Test
  void an_email_from_the_time_when_emails_could_repeat_is_taken() {
    var once = new TestRealm(REST, GATEWAY, "hybrid");
    REST.put(once.path, Map.of("loginWithEmailAllowed", false, "duplicateEmailsAllowed", true));
    bring(once, People.person(id, name));
    REST.put(once.path, Map.of("duplicateEmailsAllowed", false));
    newcomer.put("email", name + "@example.org");

    List<JsonNode> outcomes = once.bring(newcomer);

    assertThat(outcomes).extracting(TakenTest::outcome).containsExactly("refused");
    assertThat(problem(outcomes.get(0))).contains("email", id);
  }

  private static void bring(TestRealm realm, ObjectNode user) {
    assertThat(realm.bring(user)).extracting(TakenTest::outcome).containsExactly("created");
  }

  private static String outcome(JsonNode answer) {
    return answer.path("outcome").asText();
  }

  private static String problem(JsonNode answer) {
    return answer.path("problem").asText();
  }
}
