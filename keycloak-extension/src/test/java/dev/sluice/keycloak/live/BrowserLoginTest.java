package dev.sluice.keycloak.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class BrowserLoginTest {
  private static final FakeGateway GATEWAY = new FakeGateway();
  private static final Rest REST = LiveKeycloak.REST;
  private static final TestRealm REALM = new TestRealm(REST, GATEWAY, "hybrid");
  private static final String PASSWORD = "Old-Passw0rd";
  private static final String TRY_LATER = "We cannot check your password at the moment";

  private final String id = UUID.randomUUID().toString();
  private final String name = "gus-" + id;
  private final ObjectNode person = People.person(id, name);

  @AfterAll
  static void stop() {
    GATEWAY.close();
  }

  @Test
  void the_old_password_logs_in_and_moves() throws Exception {
    bring();
    assertThat(login(PASSWORD).isLoggedIn()).isTrue();
    assertThat(REALM.moved(id).path("linked").asBoolean()).isFalse();
    assertThat(login(PASSWORD).isLoggedIn()).isTrue();
    assertThat(GATEWAY.asked(name)).hasSize(1);
  }

  @Test
  void a_wrong_password_is_told_as_keycloak_tells_it_and_counts() throws Exception {
    bring();
    assertThat(login("wrong").text()).contains("We could not log you in");
    assertThat(failures()).isEqualTo(1);
    assertThat(GATEWAY.asked(name)).hasSize(1);
  }

  @Test
  void no_verdict_asks_to_try_again_and_the_same_form_then_works() throws Exception {
    bring();
    GATEWAY.answers(name, 503, "{\"verdict\":\"none\",\"reason\":\"source-throttled\"}");
    Browser browser = login(PASSWORD);
    assertThat(browser.text()).contains(TRY_LATER).doesNotContain("We could not log you in");
    assertThat(failures()).isZero();
    GATEWAY.forget(name);
    browser.submit(Map.of("username", name, "password", PASSWORD));
    assertThat(browser.isLoggedIn()).isTrue();
  }

  @Test
  void a_required_reset_is_told_as_any_refusal_and_does_not_count() throws Exception {
    bring();
    GATEWAY.answers(name, 200, "{\"verdict\":\"refused\",\"reason\":\"reset-required\"}");
    assertThat(login(PASSWORD).text())
        .contains("We could not log you in", "choose a new password")
        .doesNotContain("You need a new password");
    assertThat(failures()).isZero();
  }

  @Test
  void a_user_who_was_not_imported_yet_is_created_by_the_right_password_only() throws Exception {
    GATEWAY.knows(name, PASSWORD, person.toString());
    assertThat(login("wrong").text()).contains("We could not log you in");
    assertThat(REST.get(REALM.path + "/users/" + id).status()).isEqualTo(404);
    assertThat(login(PASSWORD).isLoggedIn()).isTrue();
    assertThat(REALM.user(id).path("username").asText()).isEqualTo(name);
    assertThat(GATEWAY.asked(name)).hasSize(2);
  }

  @Test
  void a_login_that_nobody_knows_looks_like_a_wrong_password() throws Exception {
    assertThat(login(PASSWORD).text()).contains("We could not log you in");
  }

  private void bring() {
    REALM.bring(person);
    GATEWAY.knows(name, PASSWORD, person.toString());
  }

  private Browser login(String password) throws Exception {
    return new Browser(LiveKeycloak.SERVER, REALM)
        .submit(Map.of("username", name, "password", password));
  }

  private int failures() {
    return REST.get(REALM.path + "/attack-detection/brute-force/users/" + id)
        .body()
        .path("numFailures")
        .asInt();
  }
}
