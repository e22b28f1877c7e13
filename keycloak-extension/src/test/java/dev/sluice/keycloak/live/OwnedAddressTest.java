package dev.sluice.keycloak.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An email is a login of one user, and Sluice says of which. */
class OwnedAddressTest {
  private static final FakeGateway GATEWAY = new FakeGateway();
  private static final Rest REST = LiveKeycloak.REST;
  private static final TestRealm REALM = new TestRealm(REST, GATEWAY, "hybrid");
  private static final TestRealm BULK = new TestRealm(REST, GATEWAY, "bulk");
  private static final String PASSWORD = "Old-Passw0rd";

  private final String email = "shared-" + UUID.randomUUID() + "@example.org";
  private final ObjectNode dead = profile("dead");
  private final ObjectNode owner = profile("owner");

  @AfterAll
  static void stop() {
    GATEWAY.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"copy", "entities", "model"})
  void whoever_is_not_known_to_own_it_is_refused_with_the_id_of_the_other(String writer) {
    REALM.bringBy(writer, dead);
    JsonNode refused = REALM.bringBy(writer, owner).getFirst();

    assertThat(refused.path("outcome").asText()).isEqualTo("refused");
    assertThat(refused.path("taken").asBoolean()).isTrue();
    assertThat(refused.path("problem").asText()).contains(email, id(dead));
  }

  @ParameterizedTest
  @ValueSource(strings = {"copy", "entities", "model"})
  void its_owner_takes_it_from_whoever_has_not_moved(String writer) {
    REALM.bringBy(writer, dead);
    JsonNode taken = REALM.bringBy(writer, owner.put("emailClaim", "TAKE")).getFirst();

    assertThat(taken.path("outcome").asText()).isEqualTo("created");
    assertThat(taken.path("taken").asBoolean()).isTrue();
    assertThat(emailOf(REALM, owner)).isEqualTo(email);
    assertThat(emailOf(REALM, dead)).isEmpty();
  }

  @Test
  void its_owner_takes_it_from_whoever_must_still_set_a_password() {
    BULK.bring(dead.put("password", "MUST_RESET"));
    BULK.bring(owner.put("password", "MUST_RESET").put("emailClaim", "TAKE"));

    assertThat(emailOf(BULK, owner)).isEqualTo(email);
    assertThat(emailOf(BULK, dead)).isEmpty();
  }

  @Test
  void nobody_takes_it_from_whoever_has_moved() throws Exception {
    REALM.bring(dead);
    GATEWAY.knows(dead.path("username").asText(), PASSWORD, dead.toString());
    TestRealm.subject(REALM.login(dead.path("username").asText(), PASSWORD));

    JsonNode refused = REALM.bring(owner.put("emailClaim", "TAKE")).getFirst();

    assertThat(refused.path("outcome").asText()).isEqualTo("refused");
    assertThat(emailOf(REALM, dead)).isEqualTo(email);
  }

  @ParameterizedTest
  @ValueSource(strings = {"copy", "entities", "model"})
  void whoever_yields_it_comes_without(String writer) {
    REALM.bringBy(writer, owner);
    dead.putArray("obligations").add("VERIFY_EMAIL");
    JsonNode brought = REALM.bringBy(writer, dead.put("emailClaim", "YIELD")).getFirst();

    assertThat(brought.path("outcome").asText()).isEqualTo("created");
    assertThat(emailOf(REALM, dead)).isEmpty();
    assertThat(REALM.user(id(dead)).path("requiredActions")).isEmpty();
    assertThat(emailOf(REALM, owner)).isEqualTo(email);
  }

  @Test
  void in_one_batch_too() {
    List<JsonNode> outcomes =
        REALM.bring(owner.put("emailClaim", "TAKE"), dead.put("emailClaim", "YIELD"));

    assertThat(outcomes).allMatch(each -> each.path("outcome").asText().equals("created"));
    assertThat(emailOf(REALM, owner)).isEqualTo(email);
    assertThat(emailOf(REALM, dead)).isEmpty();
  }

  @Test
  void an_update_moves_it_and_an_update_yields_it() {
    REALM.bring(dead);
    REALM.bring(owner.put("email", "other-" + email));

    assertThat(update(owner.put("email", email).put("emailClaim", "TAKE"))).isEqualTo("done");
    assertThat(update(dead.put("emailClaim", "YIELD"))).isEqualTo("done");

    assertThat(emailOf(REALM, owner)).isEqualTo(email);
    assertThat(emailOf(REALM, dead)).isEmpty();
  }

  @Test
  void a_username_that_is_the_email_of_another_is_the_login_of_the_one_whose_username_it_is() {
    REALM.bring(dead);
    JsonNode brought = REALM.bring(owner.put("username", email).putNull("email")).getFirst();
    assertThat(brought.path("outcome").asText()).isEqualTo("created");

    assertThat(emailOf(REALM, dead)).isEmpty();
    ObjectNode third = profile("third");
    JsonNode refused = REALM.bring(third).getFirst();
    assertThat(refused.path("taken").asBoolean()).isTrue();
    assertThat(REALM.bring(third.put("emailClaim", "TAKE")).getFirst().path("outcome").asText())
        .isEqualTo("refused");
    REALM.bring(third.put("emailClaim", "YIELD"));
    assertThat(emailOf(REALM, third)).isEmpty();
  }

  /** The pool has moved the alias since: whoever typed it is whom Cognito names. */
  @Test
  void its_owner_logs_in_by_it_and_takes_it_along_although_another_has_it_here() throws Exception {
    REALM.bring(dead);
    REALM.bring(owner.putNull("email"));
    GATEWAY.knows(email, PASSWORD, owner.put("email", email).put("emailClaim", "TAKE").toString());

    assertThat(TestRealm.subject(REALM.login(email, PASSWORD))).isEqualTo(id(owner));
    assertThat(emailOf(REALM, owner)).isEqualTo(email);
    assertThat(emailOf(REALM, dead)).isEmpty();
    assertThat(TestRealm.subject(REALM.login(email, PASSWORD))).isEqualTo(id(owner));
    assertThat(GATEWAY.asked(email)).hasSize(1);
  }

  @Test
  void the_password_of_the_one_who_has_it_here_is_wrong_for_it() throws Exception {
    REALM.bring(dead);
    GATEWAY.knows(dead.path("username").asText(), PASSWORD, dead.toString());

    assertThat(REALM.login(email, PASSWORD).status()).isEqualTo(400);
    assertThat(
            new Browser(LiveKeycloak.SERVER, REALM)
                .submit(Map.of("username", email, "password", PASSWORD))
                .isLoggedIn())
        .isFalse();
    assertThat(REALM.moved(id(dead)).path("linked").asBoolean()).isTrue();
    assertThat(GATEWAY.asked(dead.path("username").asText())).isEmpty();
  }

  private ObjectNode profile(String name) {
    String id = UUID.randomUUID().toString();
    ObjectNode profile = People.person(id, name + "-" + id).put("email", email);
    profile.putArray("links");
    return profile;
  }

  private static String id(ObjectNode profile) {
    return profile.path("id").asText();
  }

  private static String emailOf(TestRealm realm, ObjectNode profile) {
    return realm.user(id(profile)).path("email").asText();
  }

  private static String update(ObjectNode user) {
    ObjectNode request = Rest.JSON.createObjectNode();
    request.putArray("attributes");
    request.putArray("groups");
    request.putArray("updates").addObject().put("mayEnable", false).set("user", user);
    return REST.post(REALM.path + "/sluice/updates", request)
        .body()
        .path("outcomes")
        .path(0)
        .path("outcome")
        .asText();
  }
}
