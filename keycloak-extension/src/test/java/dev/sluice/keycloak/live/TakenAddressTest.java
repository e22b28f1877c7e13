package dev.sluice.keycloak.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Whoever is here takes no login of somebody who is in the pool only, wherever users can set their
 * own.
 */
class TakenAddressTest {
  private static final FakeGateway GATEWAY = new FakeGateway();
  private static final Rest REST = LiveKeycloak.REST;
  private static final TestRealm REALM =
      new TestRealm(REST, GATEWAY, "slow").with(Map.of("editUsernameAllowed", true));
  private static final String PASSWORD = "Old-Passw0rd";
  private static final String EMAIL_EXISTS = "Email already exists.";

  private final String id = UUID.randomUUID().toString();
  private final String name = "ivo-" + id;
  private final String wanted = "wanted-" + id;
  private final String wantedEmail = wanted + "@example.org";

  @AfterAll
  static void stop() {
    GATEWAY.close();
  }

  @AfterEach
  void undo() {
    GATEWAY.down(false);
    REALM.with(Map.of("duplicateEmailsAllowed", false, "loginWithEmailAllowed", true));
  }

  @Test
  void in_the_account_console_an_email_of_somebody_in_the_pool_is_refused() {
    String token = moved();
    GATEWAY.hasTaken(wantedEmail);
    Rest.Reply reply = account(token, name, wantedEmail);
    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.text()).contains("emailExistsMessage");
    assertThat(REALM.user(id).path("email").asText()).isEqualTo(name + "@example.org");
  }

  @Test
  void so_is_a_username_of_somebody_in_the_pool() {
    String token = moved();
    GATEWAY.hasTaken(wanted);
    Rest.Reply reply = account(token, wanted, name + "@example.org");
    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.text()).contains("usernameExistsMessage");
    assertThat(REALM.user(id).path("username").asText()).isEqualTo(name);
  }

  @Test
  void letters_of_another_case_make_no_other_address() {
    String token = moved();
    GATEWAY.hasTaken(wantedEmail);
    assertThat(account(token, name, "Wanted-" + id + "@Example.ORG").status()).isEqualTo(400);
  }

  @Test
  void a_free_address_and_ones_own_are_taken_as_ever() {
    String token = moved();
    GATEWAY.hasTaken(name + "@example.org");
    GATEWAY.hasTaken(name);
    assertThat(account(token, name, name + "@example.org").status()).isEqualTo(204);
    assertThat(account(token, name, wantedEmail).status()).isEqualTo(204);
    assertThat(REALM.user(id).path("email").asText()).isEqualTo(wantedEmail);
  }

  @Test
  void while_the_gateway_cannot_be_asked_a_new_address_waits_and_all_else_is_changed() {
    String token = moved();
    GATEWAY.down(true);
    Rest.Reply reply = account(token, name, wantedEmail);
    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.text()).contains("sluiceChangeLater");
    assertThat(account(token, name, name + "@example.org").status()).isEqualTo(204);
  }

  @Test
  void the_page_update_profile_says_so_in_keycloaks_words() throws Exception {
    moved();
    owes("UPDATE_PROFILE");
    GATEWAY.hasTaken(wantedEmail);
    Browser browser = login();
    browser.submit(profile(wantedEmail));
    assertThat(browser.text()).contains(EMAIL_EXISTS);
    assertThat(browser.isLoggedIn()).isFalse();
    assertThat(browser.submit(profile(name + "@example.org")).isLoggedIn()).isTrue();
  }

  @Test
  void the_page_update_profile_asks_to_try_again_in_an_outage() throws Exception {
    moved();
    owes("UPDATE_PROFILE");
    Browser browser = login();
    GATEWAY.down(true);
    assertThat(browser.submit(profile(wantedEmail)).text())
        .contains("We cannot change your username or email at the moment");
  }

  @Test
  void the_page_update_email_says_so_too() throws Exception {
    var mailing = new TestRealm(REST, GATEWAY, "slow");
    ObjectNode action =
        (ObjectNode)
            REST.get(mailing.path + "/authentication/required-actions/UPDATE_EMAIL").body();
    REST.put(
        mailing.path + "/authentication/required-actions/UPDATE_EMAIL",
        action.put("enabled", true));
    moved(mailing);
    owes(mailing, "UPDATE_EMAIL");
    GATEWAY.hasTaken(wantedEmail);
    Browser browser = login(mailing);
    browser.submit(Map.of("email", wantedEmail));
    assertThat(browser.text()).contains(EMAIL_EXISTS);
    assertThat(mailing.user(id).path("email").asText()).isEqualTo(name + "@example.org");
    assertThat(browser.submit(Map.of("email", "free-" + wantedEmail)).isLoggedIn()).isTrue();
  }

  @Test
  void a_realm_that_asks_no_gateway_takes_what_is_free_in_it() {
    var closed = new TestRealm(REST, GATEWAY, "hybrid");
    ObjectNode person = People.person(id, name);
    closed.bring(person);
    GATEWAY.knows(name, PASSWORD, person.toString());
    String token = closed.login(name, PASSWORD).body().path("access_token").asText();
    closed.with("mode", "bulk");
    GATEWAY.hasTaken(wantedEmail);
    assertThat(account(closed, token, name, wantedEmail).status()).isEqualTo(204);
  }

  @Test
  void where_two_users_may_have_one_address_it_is_no_login_and_blocks_nobody() {
    String token = moved();
    REALM.with(Map.of("loginWithEmailAllowed", false, "duplicateEmailsAllowed", true));
    GATEWAY.hasTaken(wantedEmail);
    assertThat(account(token, name, wantedEmail).status()).isEqualTo(204);
  }

  @Test
  void an_administrator_decides_alone() {
    moved();
    GATEWAY.hasTaken(wantedEmail);
    assertThat(REST.put(REALM.path + "/users/" + id, Map.of("email", wantedEmail)).status())
        .isEqualTo(204);
  }

  private String moved() {
    return moved(REALM);
  }

  private String moved(TestRealm realm) {
    ObjectNode person = People.person(id, name);
    GATEWAY.knows(name, PASSWORD, person.toString());
    Rest.Reply login = realm.login(name, PASSWORD);
    assertThat(login.status()).as(login.text()).isEqualTo(200);
    return login.body().path("access_token").asText();
  }

  private void owes(String action) {
    owes(REALM, action);
  }

  private void owes(TestRealm realm, String action) {
    assertThat(
            REST.put(realm.path + "/users/" + id, Map.of("requiredActions", List.of(action)))
                .status())
        .isEqualTo(204);
  }

  private Browser login() throws Exception {
    return login(REALM);
  }

  private Browser login(TestRealm realm) throws Exception {
    return new Browser(LiveKeycloak.SERVER, realm)
        .submit(Map.of("username", name, "password", PASSWORD));
  }

  private Map<String, String> profile(String email) {
    return Map.of("username", name, "email", email, "firstName", "Ivo", "lastName", "Muster");
  }

  private static Rest.Reply account(String token, String username, String email) {
    return account(REALM, token, username, email);
  }

  private static Rest.Reply account(TestRealm realm, String token, String username, String email) {
    return REST.postAs(
        token,
        "/realms/" + realm.name + "/account",
        Map.of("username", username, "email", email, "firstName", "Ivo", "lastName", "Muster"));
  }
}
