package dev.sluice.keycloak.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ImportTest {
  private static final FakeGateway GATEWAY = new FakeGateway();
  private static final Rest REST = LiveKeycloak.REST;
  private static final TestRealm REALM = new TestRealm(REST, GATEWAY, "hybrid");

  @BeforeAll
  static void google_is_set_up() {
    var google = Map.of("clientId", "made-up", "clientSecret", "made-up");
    REST.post(
        REALM.path + "/identity-provider/instances",
        Map.of("alias", "google", "providerId", "google", "config", google));
  }

  @AfterAll
  static void stop() {
    GATEWAY.close();
  }

  private final String id = UUID.randomUUID().toString();
  private final String name = "Ann-" + id;

  @Test
  void the_extension_says_its_version() {
    JsonNode version = REST.get(REALM.path + "/sluice/version").body();
    assertThat(version.path("extension").asText()).isEqualTo("0.1.0");
    assertThat(version.path("protocol").asInt()).isEqualTo(1);
    assertThat(version.path("keycloak").asText()).isEqualTo("26.7.3");
  }

  @Test
  void a_user_keeps_id_profile_and_creation_time() {
    assertThat(outcome(People.person(id, name))).isEqualTo("created");
    JsonNode user = REALM.user(id);
    assertThat(user.path("id").asText()).isEqualTo(id);
    assertThat(user.path("username").asText()).isEqualTo("ann-" + id);
    assertThat(user.path("email").asText()).isEqualTo("ann-" + id + "@example.org");
    assertThat(user.path("emailVerified").asBoolean()).isTrue();
    assertThat(user.path("enabled").asBoolean()).isTrue();
    assertThat(user.path("firstName").asText()).isEqualTo("Given " + name);
    assertThat(user.path("lastName").asText()).isEqualTo("Family " + name);
    assertThat(user.path("createdTimestamp").asLong()).isEqualTo(1_500_000_000_123L);
    assertThat(user.path("attributes").path("plan")).hasToString("[\"gold\",\"silver\"]");
    assertThat(user.path("attributes").path("phoneNumber")).hasToString("[\"+4930901820\"]");
    assertThat(user.path("attributes").path("phoneNumberVerified")).hasToString("[\"true\"]");
  }

  @Test
  void a_user_keeps_groups_links_and_gets_the_default_role() {
    outcome(People.person(id, name));
    List<String> groups = texts(REST.get(REALM.path + "/users/" + id + "/groups").body(), "path");
    assertThat(groups).containsExactlyInAnyOrder("/staff/admins", "/readers");
    JsonNode link = REST.get(REALM.path + "/users/" + id + "/federated-identity").body().path(0);
    assertThat(link.path("identityProvider").asText()).isEqualTo("google");
    assertThat(link.path("userId").asText()).isEqualTo("g-" + id);
    assertThat(link.path("userName").asText()).isEqualTo(name + "@gmail.example");
    JsonNode roles = REST.get(REALM.path + "/users/" + id + "/role-mappings/realm").body();
    assertThat(texts(roles, "name")).containsExactly("default-roles-" + REALM.name);
  }

  @Test
  void nobody_is_more_trusted_than_told() {
    ObjectNode user = People.person(id, name);
    user.put("enabled", false).put("emailVerified", false).put("phoneNumberVerified", false);
    outcome(user);
    assertThat(REALM.user(id).path("enabled").asBoolean()).isFalse();
    assertThat(REALM.user(id).path("emailVerified").asBoolean()).isFalse();
    assertThat(REALM.user(id).path("attributes").path("phoneNumberVerified"))
        .hasToString("[\"false\"]");
    assertThat(REALM.moved(id).path("enabled").asBoolean()).isFalse();
  }

  @Test
  void how_the_password_comes_decides_about_the_link() {
    String second = UUID.randomUUID().toString();
    String third = UUID.randomUUID().toString();
    REALM.bring(
        People.person(id, name),
        People.person(second, "s" + second).put("password", "MUST_RESET"),
        People.person(third, "t" + third).put("password", "NONE"));
    assertThat(REALM.moved(id).path("linked").asBoolean()).isTrue();
    assertThat(REALM.moved(id).path("hasPassword").asBoolean()).isFalse();
    assertThat(REALM.moved(second).path("linked").asBoolean()).isTrue();
    assertThat(REALM.user(second).path("requiredActions")).hasToString("[\"UPDATE_PASSWORD\"]");
    assertThat(REALM.moved(third).path("linked").asBoolean()).isFalse();
  }

  @Test
  void obligations_become_required_actions() {
    ObjectNode user = People.person(id, name);
    user.putArray("obligations").add("NEW_PASSWORD").add("SECOND_FACTOR").add("VERIFY_EMAIL");
    outcome(user);
    List<String> actions = new ArrayList<>();
    REALM.user(id).path("requiredActions").forEach(action -> actions.add(action.asText()));
    assertThat(actions)
        .containsExactlyInAnyOrder("UPDATE_PASSWORD", "CONFIGURE_TOTP", "VERIFY_EMAIL");
  }

  @Test
  void bringing_a_user_again_changes_nothing() {
    outcome(People.person(id, name));
    assertThat(outcome(People.person(id, name).put("givenName", "Changed")))
        .isEqualTo("already-there");
    assertThat(REALM.user(id).path("firstName").asText()).isEqualTo("Given " + name);
  }

  @Test
  void one_bad_user_in_a_batch_is_refused_alone() {
    ObjectNode good = People.person(id, name);
    ObjectNode tooLong = People.person(UUID.randomUUID().toString(), "long-" + id);
    tooLong.withObject("/attributes").putArray("n".repeat(300)).add("x");
    ObjectNode last = People.person(UUID.randomUUID().toString(), "last-" + id);
    List<JsonNode> outcomes = REALM.bring(good, tooLong, last);
    assertThat(outcomes)
        .extracting(outcome -> outcome.path("outcome").asText())
        .containsExactly("created", "refused", "created");
    assertThat(outcomes.get(1).path("problem").asText()).contains("the database refuses it");
    assertThat(REALM.user(last.path("id").asText()).path("enabled").asBoolean()).isTrue();
  }

  @Test
  void a_value_that_the_database_cannot_hold_is_refused_alone() {
    assumeTrue(LiveKeycloak.ON_POSTGRES, "skipped: only PostgreSQL refuses the character NUL");
    ObjectNode hostile = People.person(UUID.randomUUID().toString(), "nul-" + id);
    hostile.withObject("/attributes").putArray("note").add("a\0b");
    assertThat(REALM.bring(hostile, People.person(id, name)))
        .extracting(outcome -> outcome.path("outcome").asText())
        .containsExactly("refused", "created");
  }

  @Test
  void a_taken_username_or_email_is_refused_and_the_owner_named() {
    outcome(People.person(id, name));
    ObjectNode sameName = People.person(UUID.randomUUID().toString(), name);
    sameName.put("email", "other-" + id + "@example.org");
    ObjectNode sameEmail = People.person(UUID.randomUUID().toString(), "other-" + id);
    sameEmail.put("email", name + "@example.org");
    List<JsonNode> outcomes = REALM.bring(sameName, sameEmail);
    assertThat(outcomes.get(0).path("problem").asText())
        .contains("username", name.toLowerCase(Locale.ROOT), id);
    assertThat(outcomes.get(1).path("problem").asText()).contains("email", id);
  }

  @Test
  void a_social_account_that_somebody_in_the_realm_has_is_refused_and_the_owner_named() {
    outcome(People.person(id, name));
    ObjectNode second = People.person(UUID.randomUUID().toString(), "second-" + id);
    ((ObjectNode) second.path("links").path(0)).put("userId", "g-" + id);
    JsonNode refused = REALM.bring(second).get(0);
    assertThat(refused.path("outcome").asText()).isEqualTo("refused");
    assertThat(refused.path("problem").asText())
        .startsWith("the google account g-" + id + " is already linked to user " + id + ": ");
    assertThat(REST.get(REALM.path + "/users/" + textId(second)).status()).isEqualTo(404);
    ((ObjectNode) second.path("links").path(0)).put("provider", "github");
    assertThat(outcome(second)).isEqualTo("created");
  }

  @Test
  void of_two_in_a_batch_with_one_social_account_the_one_with_a_password_is_kept() {
    ObjectNode social = People.person(UUID.randomUUID().toString(), "social-" + id);
    ((ObjectNode) social.put("password", "NONE").path("links").path(0)).put("userId", "g-" + id);
    List<JsonNode> outcomes = REALM.bring(social, People.person(id, name));
    assertThat(outcomes)
        .extracting(outcome -> outcome.path("outcome").asText())
        .containsExactly("refused", "created");
    assertThat(outcomes)
        .extracting(outcome -> outcome.path("id").asText())
        .containsExactly(textId(social), id);
    assertThat(outcomes.get(0).path("problem").asText()).contains("linked to user " + id);
  }

  @Test
  void a_realm_that_allows_it_may_have_an_email_twice() {
    var lenient = new TestRealm(REST, GATEWAY, "hybrid");
    REST.put(lenient.path, Map.of("loginWithEmailAllowed", false, "duplicateEmailsAllowed", true));
    ObjectNode other = People.person(UUID.randomUUID().toString(), "other-" + id);
    assertThat(lenient.bring(People.person(id, name), other.put("email", name + "@example.org")))
        .extracting(outcome -> outcome.path("outcome").asText())
        .containsExactly("created", "created");
    assertThat(lenient.user(id).path("email")).isEqualTo(lenient.user(textId(other)).path("email"));
  }

  private static String textId(ObjectNode user) {
    return user.path("id").asText();
  }

  @Test
  void a_realm_without_the_component_takes_only_users_who_need_no_password() {
    var bare = new TestRealm(REST, GATEWAY, "hybrid");
    REST.delete(bare.path + "/components/" + bare.componentId);
    Rest.Reply reply =
        REST.post(bare.path + "/sluice/users", Map.of("users", List.of(People.person(id, name))));
    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.body().path("error").asText()).contains("no user federation component");
    assertThat(bare.bring(People.person(id, name).put("password", "NONE")).get(0).path("outcome"))
        .hasToString("\"created\"");
  }

  @Test
  void too_many_users_at_once_are_refused_with_the_limit() {
    var many = Collections.nCopies(1_001, People.person(id, name));
    Rest.Reply reply = REST.post(REALM.path + "/sluice/users", Map.of("users", many));
    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.body().path("error").asText()).contains("at most 1000");
  }

  @Test
  void too_many_are_not_read_at_once_either() {
    var ids = Map.of("ids", Collections.nCopies(1_001, id));
    Rest.Reply reply = REST.post(REALM.path + "/sluice/users/read", ids);
    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.body().path("error").asText())
        .isEqualTo("1001 users are too many: request at most 1000 at a time");
  }

  @Test
  void two_of_a_batch_cannot_have_the_same_username() {
    ObjectNode twin = People.person(UUID.randomUUID().toString(), name);
    assertThat(REALM.bring(People.person(id, name), twin))
        .extracting(outcome -> outcome.path("outcome").asText())
        .containsExactly("created", "refused");
  }

  @Test
  void a_long_attribute_value_is_kept() {
    ObjectNode user = People.person(id, name);
    user.withObject("/attributes").putArray("essay").add("x".repeat(2_048));
    outcome(user);
    assertThat(REALM.user(id).path("attributes").path("essay").path(0).asText())
        .isEqualTo("x".repeat(2_048));
  }

  @Test
  void what_is_not_json_is_refused_with_its_place() {
    Rest.Reply reply =
        REST.post(REALM.path + "/sluice/users", "{\"users\":[{\"createdAt\":\"x\"}]}");
    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.body().path("error").asText()).contains("users.0.createdAt");
  }

  @Test
  void strangers_are_turned_away() {
    assertThat(REST.form("/admin/realms" + REALM.path + "/sluice/users", Map.of()).status())
        .isEqualTo(401);
  }

  @Test
  void a_user_who_is_written_by_two_at_the_same_time_is_refused_to_neither() throws Exception {
    for (int round = 0; round < 10; round++) {
      ObjectNode user = People.person(UUID.randomUUID().toString(), "at-once-" + round + id);
      var all = new CyclicBarrier(4);
      try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
        Callable<String> bring =
            () -> {
              all.await();
              return outcome(user);
            };
        var outcomes = new ArrayList<String>();
        for (Future<String> outcome : threads.invokeAll(Collections.nCopies(4, bring))) {
          outcomes.add(outcome.get());
        }
        assertThat(outcomes)
            .containsExactlyInAnyOrder(
                "created", "already-there", "already-there", "already-there");
      }
    }
  }

  private static String outcome(ObjectNode user) {
    return REALM.bring(user).get(0).path("outcome").asText();
  }

  private static List<String> texts(JsonNode array, String field) {
    var texts = new ArrayList<String>();
    array.forEach(element -> texts.add(element.path(field).asText()));
    return texts;
  }
}
