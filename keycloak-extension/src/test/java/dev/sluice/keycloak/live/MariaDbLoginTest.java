package dev.sluice.keycloak.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.harness.Eventually;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** First logins where a transaction sees only the state in which it began. */
@SuppressWarnings("NullAway.Init") // JUnit sets the fields before the first test
class MariaDbLoginTest {
  private static final String PASSWORD = "Old-Passw0rd äöü";
  private static final String CHOSEN = "Brand-new-9";
  private static final FakeGateway GATEWAY = new FakeGateway();

  private static TestRealm hybrid;
  private static TestRealm slow;

  private final String id = UUID.randomUUID().toString();
  private final String name = "una-" + id;
  private final ObjectNode person = People.person(id, name);

  @BeforeAll
  static void start() {
    assumeTrue(OnMariaDb.IS_INSTALLED, OnMariaDb.SKIPPED);
    hybrid = OnMariaDb.realm(GATEWAY, "hybrid");
    slow = OnMariaDb.realm(GATEWAY, "slow");
  }

  @AfterAll
  static void stop() {
    GATEWAY.close();
  }

  @Test
  void the_database_is_as_mariadb_is_by_default() {
    assertThat(OnMariaDb.SERVER.query("mysql", "select @@global.tx_isolation"))
        .containsExactly("REPEATABLE-READ");
  }

  @Test
  void both_nodes_know_that_they_are_two() throws Exception {
    Eventually.holds(() -> assertThat(OnMariaDb.CLUSTER.one().log()).content().contains("(2) ["));
  }

  @Test
  void the_first_login_of_an_imported_user_lets_in() throws Exception {
    hybrid.bring(person);
    GATEWAY.knows(name, PASSWORD, person.toString());

    assertThat(TestRealm.subject(hybrid.login(name, PASSWORD))).isEqualTo(id);

    assertOnePassword(hybrid, PASSWORD);
  }

  @Test
  void the_first_login_of_somebody_new_lets_in_with_what_belongs_to_the_user() throws Exception {
    GATEWAY.knows(name, PASSWORD, person.toString());

    Rest.Reply login = slow.login(name, PASSWORD);

    assertThat(TestRealm.subject(login)).isEqualTo(id);
    assertThat(token(login).path("email").asText()).isEqualTo(name + "@example.org");
    assertThat(token(login).path("realm_access").path("roles"))
        .anyMatch(role -> role.asText().equals("default-roles-" + slow.name));
    assertOnePassword(slow, PASSWORD);
  }

  @RepeatedTest(3)
  void four_first_logins_at_once_let_in_and_leave_one_password() throws Exception {
    hybrid.bring(person);
    assertThat(fourAtOnce(hybrid)).allMatch(reply -> reply.status() == 200);
    assertOnePassword(hybrid, PASSWORD);
  }

  @RepeatedTest(3)
  void four_first_logins_at_once_of_somebody_new_let_in_and_leave_one_password() throws Exception {
    assertThat(fourAtOnce(slow)).allMatch(reply -> reply.status() == 200);
    assertOnePassword(slow, PASSWORD);
  }

  @Test
  void four_first_logins_at_once_under_an_alias_leave_one_password() throws Exception {
    hybrid.bring(person);
    GATEWAY.knows("alias-" + name, PASSWORD, person.toString());
    assertThat(fourAtOnce(hybrid, "alias-" + name)).allMatch(reply -> reply.status() == 200);
    assertOnePassword(hybrid, PASSWORD);
  }

  @Test
  void a_password_that_is_chosen_during_a_first_login_is_the_only_one_that_is_left()
      throws Exception {
    hybrid.bring(person);
    GATEWAY.knows(name, PASSWORD, person.toString());
    GATEWAY.meanwhile(name, () -> reset(OnMariaDb.ONE));

    assertThat(hybrid.login(OnMariaDb.OTHER, name, PASSWORD).text())
        .contains("Invalid user credentials");

    assertOnePassword(hybrid, CHOSEN);
  }

  @RepeatedTest(3)
  void a_reset_and_a_first_login_at_once_leave_the_chosen_password_alone() throws Exception {
    hybrid.bring(person);
    GATEWAY.knows(name, PASSWORD, person.toString());

    var login = CompletableFuture.supplyAsync(() -> hybrid.login(OnMariaDb.OTHER, name, PASSWORD));
    reset(OnMariaDb.ONE);
    login.get();

    assertOnePassword(hybrid, CHOSEN);
  }

  @Test
  void a_login_that_only_the_database_takes_for_somebody_elses_is_asked_about_as_typed()
      throws Exception {
    ObjectNode other = OnMariaDb.plain().put("username", "josé-" + id);
    hybrid.bring(other);
    GATEWAY.knows("josé-" + id, PASSWORD, other.toString());

    assertThat(hybrid.login("jose-" + id, "wrong").status()).isEqualTo(400);

    assertThat(GATEWAY.asked("jose-" + id).getFirst().has("userId")).isFalse();
    assertThat(TestRealm.subject(hybrid.login("josé-" + id, PASSWORD)))
        .isEqualTo(other.path("id").asText());
  }

  @Test
  void somebody_new_whose_name_the_database_takes_for_another_is_told_to_try_later()
      throws Exception {
    slow.bring(OnMariaDb.plain().put("username", "josé-" + id));
    ObjectNode own = OnMariaDb.plain(id).put("username", "jose-" + id);
    GATEWAY.knows("jose-" + id, PASSWORD, own.toString());

    assertThat(slow.login("jose-" + id, PASSWORD).status()).isEqualTo(503);
  }

  private List<Rest.Reply> fourAtOnce(TestRealm realm) throws Exception {
    GATEWAY.knows(name, PASSWORD, person.toString());
    return fourAtOnce(realm, name);
  }

  private static List<Rest.Reply> fourAtOnce(TestRealm realm, String login) throws Exception {
    var all = new CyclicBarrier(4);
    GATEWAY.meanwhile(login, () -> await(all));
    var logins = new ArrayList<CompletableFuture<Rest.Reply>>();
    for (Rest node : List.of(OnMariaDb.ONE, OnMariaDb.OTHER, OnMariaDb.ONE, OnMariaDb.OTHER)) {
      var reply = new CompletableFuture<Rest.Reply>();
      Thread.ofVirtual().start(() -> reply.complete(realm.login(node, login, PASSWORD)));
      logins.add(reply);
    }
    var replies = new ArrayList<Rest.Reply>();
    for (var reply : logins) {
      replies.add(reply.get(60, TimeUnit.SECONDS));
    }
    GATEWAY.meanwhile(login, () -> {});
    return replies;
  }

  private static void await(CyclicBarrier barrier) {
    try {
      barrier.await(15, TimeUnit.SECONDS);
    } catch (Exception e) {
      throw new IllegalStateException("The other questions did not come", e);
    }
  }

  private void reset(Rest node) {
    Rest.Reply reply =
        node.put(
            hybrid.path + "/users/" + id + "/reset-password",
            Map.of("type", "password", "value", CHOSEN, "temporary", false));
    assertThat(reply.status()).as(reply.text()).isEqualTo(204);
  }

  /** The database has one password, which logs in at both nodes, and the gateway was told once. */
  private void assertOnePassword(TestRealm realm, String password) throws Exception {
    GATEWAY.meanwhile(name, () -> {});
    assertThat(
            OnMariaDb.SERVER.query(
                OnMariaDb.DATABASE, "select type from CREDENTIAL where user_id = '" + id + "'"))
        .containsExactly("password");
    for (Rest node : List.of(OnMariaDb.ONE, OnMariaDb.OTHER)) {
      assertThat(TestRealm.subject(realm.login(node, name, password))).isEqualTo(id);
    }
    Eventually.holds(() -> assertThat(GATEWAY.settled(id)).hasSize(1));
  }

  private static JsonNode token(Rest.Reply login) throws Exception {
    String payload = login.body().path("access_token").asText().split("\\.")[1];
    return Rest.JSON.readTree(Base64.getUrlDecoder().decode(payload));
  }
}
