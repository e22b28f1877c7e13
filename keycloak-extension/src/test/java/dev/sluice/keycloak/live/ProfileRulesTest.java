package dev.sluice.keycloak.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whom the rules of an owner's realm would stop at each login is not let in to begin with. */
class ProfileRulesTest {
  private static final String PASSWORD = "Old-Passw0rd";
  private static final FakeGateway GATEWAY = new FakeGateway();
  private static final Rest REST = LiveKeycloak.REST;
  private static final TestRealm STRICT = strict(new TestRealm(REST, GATEWAY, "hybrid"));
  private static final TestRealm SLOW = strict(new TestRealm(REST, GATEWAY, "slow"));

  private final String id = UUID.randomUUID().toString();
  private final String name = "una-" + id;

  @AfterAll
  static void stop() {
    GATEWAY.close();
  }

  /** Keycloak's own rules of addresses and names, and some of the owner's. */
  private static TestRealm strict(TestRealm realm) {
    ObjectNode profile = (ObjectNode) REST.get(realm.path + "/users/profile").body();
    ArrayNode attributes = profile.withArray("attributes");
    attributes.forEach(attribute -> {
      String keycloaksRule =
          switch (attribute.path("name").asText()) {
            case "email" -> "email";
            case "username" -> "username-prohibited-characters";
            default -> "person-name-prohibited-characters";
          };
      ((ObjectNode) attribute).withObject("/validations").putObject(keycloaksRule);
    });
    attributes
        .addObject()
        .put("name", "plan")
        .put("multivalued", true)
        .set("validations", Rest.JSON.valueToTree(Map.of("length", Map.of("max", 6))));
    attributes.addObject().put("name", "badge").putObject("required").putArray("roles").add("user");
    attributes.forEach(attribute -> {
      if (List.of("plan", "badge").contains(attribute.path("name").asText())) {
        ObjectNode permissions = ((ObjectNode) attribute).putObject("permissions");
        permissions.putArray("view").add("admin").add("user");
        permissions.putArray("edit").add("admin").add("user");
      }
    });
    assertThat(REST.put(realm.path + "/users/profile", profile).status()).isEqualTo(200);
    return realm;
  }

  private ObjectNode person() {
    ObjectNode person = People.person(id, name);
    person.putObject("attributes").putArray("badge").add("7");
    person.withObject("/attributes").putArray("plan").add("gold");
    return person;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "aaa..bbb@docomo.example",
        "xxx.@docomo.example",
        ".dot@docomo.example",
        "user@sub_domain.example",
        "LONG@docomo.example"
      })
  void an_address_that_the_realm_would_refuse_at_each_login_is_refused_at_once(String address) {
    String email = address.replace("LONG", "l".repeat(65));
    JsonNode outcome = STRICT.bring(person().put("email", email)).get(0);

    assertThat(outcome.path("outcome").asText()).isEqualTo("refused");
    assertThat(outcome.path("problem").asText()).contains("email address", "rule \"email\"");
    assertThat(REST.get(STRICT.path + "/users/" + id).status()).isEqualTo(404);
  }

  @Test
  void who_is_let_in_can_log_in() throws Exception {
    assertThat(STRICT.bring(person()).get(0).path("outcome").asText()).isEqualTo("created");
    GATEWAY.knows(name, PASSWORD, person().toString());

    assertThat(TestRealm.subject(STRICT.login(name, PASSWORD))).isEqualTo(id);
  }

  @Test
  void each_value_that_stops_a_login_is_named() {
    assertThat(problem(person().put("givenName", "<Una>"))).contains("the given name");
    assertThat(problem(with("plan", "platinum"))).contains("the attribute plan", "\"length\"");
    assertThat(problem(with("badge", ""))).contains("requires the attribute badge");
    assertThat(problem(with("badge", "1", "2"))).contains("the attribute badge", "\"multivalued\"");
  }

  @Test
  void what_users_may_not_edit_stops_nobody() {
    ObjectNode odd = person().put("username", "名 " + id);

    assertThat(STRICT.bring(odd).get(0).path("outcome").asText())
        .as("the realm does not let users edit their usernames")
        .isEqualTo("created");
    GATEWAY.knows("名 " + id, PASSWORD, odd.toString());
    assertThat(STRICT.login("名 " + id, PASSWORD).status()).isEqualTo(200);
  }

  @Test
  void a_first_login_brings_nobody_whom_the_next_one_would_stop() {
    ObjectNode person = person().put("email", "aaa..bbb-" + id + "@docomo.example");
    GATEWAY.knows(name, PASSWORD, person.toString());

    assertThat(SLOW.login(name, PASSWORD).status()).isNotEqualTo(200);
    assertThat(REST.get(SLOW.path + "/users/" + id).status()).isEqualTo(404);
  }

  @Test
  void a_change_that_would_stop_the_next_login_is_refused() {
    STRICT.bring(person());
    ObjectNode request = Rest.JSON.createObjectNode();
    ObjectNode update = request.putArray("updates").addObject().put("mayEnable", true);
    update.set("user", person().put("email", "xxx.@docomo.example"));

    JsonNode outcome =
        REST.post(STRICT.path + "/sluice/updates", request).body().path("outcomes").path(0);
    assertThat(outcome.path("outcome").asText()).isEqualTo("refused");
    assertThat(outcome.path("problem").asText()).contains("email address");
    assertThat(STRICT.user(id).path("email").asText()).isEqualTo(name + "@example.org");
  }

  @Test
  void a_realm_that_verifies_no_profiles_stops_nobody() {
    TestRealm lax = strict(new TestRealm(REST, GATEWAY, "hybrid"));
    String action = lax.path + "/authentication/required-actions/VERIFY_PROFILE";
    REST.put(action, ((ObjectNode) REST.get(action).body()).put("enabled", false));
    ObjectNode odd = person().put("email", "xxx.@docomo.example");
    GATEWAY.knows(name, PASSWORD, odd.toString());

    assertThat(lax.bring(odd).get(0).path("outcome").asText()).isEqualTo("created");
    assertThat(lax.login(name, PASSWORD).status()).isEqualTo(200);
  }

  @Test
  void a_check_answers_as_an_import_of_each_alone_would_and_writes_nothing() {
    ObjectNode request = Rest.JSON.createObjectNode();
    ArrayNode users = request.putArray("users");
    users.add(person());
    users.add(another("b").put("email", ".dot@docomo.example"));
    // Two of the same username: each is judged as if it came alone.
    users.add(another("c").put("username", name));
    ObjectNode there = another("d");
    STRICT.bring(there);
    users.add(another("e").put("username", there.path("username").asText()));

    JsonNode answer = REST.post(STRICT.path + "/sluice/users/check", request).body();

    assertThat(answer.path("outcomes"))
        .extracting(outcome -> outcome.path("outcome").asText())
        .containsExactly("created", "refused", "created", "refused");
    assertThat(answer.path("outcomes").path(3).path("problem").asText())
        .contains("username", there.path("id").asText());
    assertThat(REST.get(STRICT.path + "/users/" + id).status()).isEqualTo(404);
  }

  private ObjectNode another(String prefix) {
    ObjectNode other = person();
    other.put("id", prefix + "-" + name.substring(6)).put("username", prefix + name);
    other.put("email", prefix + name + "@example.org").putArray("links");
    return other;
  }

  private ObjectNode with(String attribute, String... values) {
    ObjectNode person = person();
    ArrayNode all = person.withObject("/attributes").putArray(attribute);
    for (String value : values) {
      all.add(value);
    }
    return person;
  }

  private static String problem(ObjectNode person) {
    return STRICT.bring(person).get(0).path("problem").asText();
  }
}
