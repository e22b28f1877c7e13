package dev.sluice.keycloak.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.harness.Eventually;
import dev.sluice.servers.postgres.PostgresServer;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** First logins, and what else moves a password, at one moment on two nodes of a cluster. */
@SuppressWarnings("NullAway.Init") // JUnit sets the fields before the first test
class ClusterTest {
  private static final String PASSWORD = "Old-Passw0rd äöü";
  private static final String CHOSEN = "Brand-new-9";
  private static final FakeGateway GATEWAY = new FakeGateway();

  private static Cluster cluster;
  private static Rest one;
  private static Rest other;
  private static TestRealm realm;

  private final String id = UUID.randomUUID().toString();
  private final String name = "una-" + id;
  private final ObjectNode person = People.person(id, name);

  @BeforeAll
  static void start() {
    assumeTrue(PostgresServer.isInstalled(), "skipped: a cluster needs PostgreSQL");
    cluster = Cluster.start();
    one = new Rest(cluster.one());
    other = new Rest(cluster.other());
    realm = new TestRealm(one, GATEWAY, "hybrid").patient();
  }

  @AfterAll
  static void stop() {
    GATEWAY.close();
    if (cluster != null) {
      cluster.close();
    }
  }

  @Test
  void both_nodes_know_that_they_are_two() throws Exception {
    Eventually.holds(() -> assertThat(cluster.one().log()).content().contains("(2) ["));
  }

  @RepeatedTest(3)
  void two_first_logins_at_once_on_two_nodes_end_in_one_password_and_one_settlement()
      throws Exception {
    bring();
    answersOnceBothAsked();

    var here = CompletableFuture.supplyAsync(() -> realm.login(one, name, PASSWORD));
    var there = CompletableFuture.supplyAsync(() -> realm.login(other, name, PASSWORD));

    assertThat(TestRealm.subject(here.get())).isEqualTo(id);
    assertThat(TestRealm.subject(there.get())).isEqualTo(id);
    assertMovedOnce("PASSWORD", PASSWORD);
    assertThat(GATEWAY.asked(name)).hasSize(2);
  }

  @Test
  void two_first_logins_at_once_on_one_node_do_too_where_keycloak_lets_both_try() throws Exception {
    one.put(realm.path, Map.of("bruteForceProtected", false));
    try {
      bring();
      answersOnceBothAsked();

      var first = CompletableFuture.supplyAsync(() -> realm.login(one, name, PASSWORD));
      var second = CompletableFuture.supplyAsync(() -> realm.login(one, name, PASSWORD));

      assertThat(TestRealm.subject(first.get())).isEqualTo(id);
      assertThat(TestRealm.subject(second.get())).isEqualTo(id);
      assertMovedOnce("PASSWORD", PASSWORD);
    } finally {
      one.put(realm.path, Map.of("bruteForceProtected", true));
    }
  }

  @Test
  void with_brute_force_protection_keycloak_turns_the_second_on_one_node_away() throws Exception {
    bring();
    var second = new AtomicReference<String>();
    GATEWAY.meanwhile(name, () -> second.set(realm.login(one, name, PASSWORD).text()));

    assertThat(TestRealm.subject(realm.login(one, name, PASSWORD))).isEqualTo(id);

    assertThat(second.get()).contains("Invalid user credentials");
    assertThat(GATEWAY.asked(name)).hasSize(1);
    assertMovedOnce("PASSWORD", PASSWORD);
  }

  @RepeatedTest(5)
  void the_other_node_asks_nobody_about_a_user_who_has_moved_a_moment_ago() throws Exception {
    bring();
    realm.login(other, name, "wrong"); // from now on this node remembers the user as linked

    assertThat(TestRealm.subject(realm.login(one, name, PASSWORD))).isEqualTo(id);
    assertThat(TestRealm.subject(realm.login(other, name, PASSWORD))).isEqualTo(id);

    assertThat(GATEWAY.asked(name)).hasSize(2);
    assertMovedOnce("PASSWORD", PASSWORD);
  }

  @Test
  void a_password_that_is_reset_on_one_node_during_a_first_login_on_the_other_stays()
      throws Exception {
    bring();
    GATEWAY.meanwhile(name, () -> reset(one));

    assertThat(realm.login(other, name, PASSWORD).text()).contains("Invalid user credentials");

    assertMovedOnce("RESET", CHOSEN);
    assertThat(realm.login(one, name, PASSWORD).text()).contains("Invalid user credentials");
  }

  @RepeatedTest(5)
  void a_reset_and_a_first_login_at_once_leave_one_password_which_is_the_chosen_one()
      throws Exception {
    bring();

    var login = CompletableFuture.supplyAsync(() -> realm.login(other, name, PASSWORD));
    reset(one);
    login.get();

    Eventually.holds(() -> assertThat(GATEWAY.settled(id)).hasSize(1));
    assertMovedOnce(GATEWAY.settled(id).get(0), CHOSEN);
  }

  @Test
  void somebody_new_who_logs_in_on_both_nodes_at_once_is_created_once() throws Exception {
    GATEWAY.knows(name, PASSWORD, person.toString());
    answersOnceBothAsked();

    var here = CompletableFuture.supplyAsync(() -> realm.login(one, name, PASSWORD));
    var there = CompletableFuture.supplyAsync(() -> realm.login(other, name, PASSWORD));

    assertThat(List.of(here.get().status(), there.get().status()))
        .contains(200)
        .allMatch(status -> status == 200 || status == 503);
    assertMovedOnce("PASSWORD", PASSWORD);
  }

  @Test
  void a_form_that_one_node_has_shown_may_be_sent_to_the_other() throws Exception {
    bring();
    var browser = new Browser(cluster.one(), realm);

    browser.isSentTo(cluster.other());
    assertThat(browser.submit(Map.of("username", name, "password", "wrong")).text())
        .contains("We could not log you in");
    browser.isSentTo(cluster.one());
    browser.submit(Map.of("username", name, "password", PASSWORD));

    assertThat(browser.isLoggedIn()).isTrue();
    assertMovedOnce("PASSWORD", PASSWORD);
  }

  private void bring() {
    realm.bring(person);
    GATEWAY.knows(name, PASSWORD, person.toString());
  }

  private void answersOnceBothAsked() {
    var both = new CyclicBarrier(2);
    GATEWAY.meanwhile(name, () -> await(both));
  }

  private static void await(CyclicBarrier barrier) {
    try {
      barrier.await(15, TimeUnit.SECONDS);
    } catch (Exception e) {
      throw new IllegalStateException("The other question did not come", e);
    }
  }

  private void reset(Rest node) {
    Rest.Reply reply =
        node.put(
            realm.path + "/users/" + id + "/reset-password",
            Map.of("type", "password", "value", CHOSEN, "temporary", false));
    assertThat(reply.status()).as(reply.text()).isEqualTo(204);
  }

  /** Both nodes have one password for the user, and the gateway was told once and by what. */
  private void assertMovedOnce(String by, String password) throws Exception {
    GATEWAY.meanwhile(name, () -> {});
    for (Rest node : List.of(one, other)) {
      assertThat(node.get(realm.path + "/sluice/users/" + id).body().path("linked").asBoolean(true))
          .isFalse();
      assertThat(passwords(node)).isEqualTo(1);
      assertThat(TestRealm.subject(realm.login(node, name, password))).isEqualTo(id);
    }
    Eventually.holds(() ->
        assertThat(one.get(realm.path + "/users/" + id).body().path("attributes"))
            .noneMatch(values -> values.toString().contains("\"" + by + "\"")));
    assertThat(GATEWAY.settled(id)).containsExactly(by);
  }

  private long passwords(Rest node) {
    return StreamSupport.stream(
            node.get(realm.path + "/users/" + id + "/credentials").body().spliterator(), false)
        .filter(credential -> credential.path("type").asText().equals("password"))
        .count();
  }
}
