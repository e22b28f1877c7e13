package dev.sluice.keycloak.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever signs up gets no login of somebody who has not moved yet. */
class SignUpTest {
  private static final FakeGateway GATEWAY = new FakeGateway();
  private static final Rest REST = LiveKeycloak.REST;
  private static final TestRealm REALM = new TestRealm(REST, GATEWAY, "hybrid").acceptingSignUps();
  private static final String USERNAME_EXISTS = "Username already exists.";
  private static final String EMAIL_EXISTS = "Email already exists.";

  private final String id = UUID.randomUUID().toString();
  private final String name = "pia-" + id;
  private final String email = name + "@example.org";

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
  void a_login_that_nobody_has_is_free() throws Exception {
    assertThat(signUp(name, email).isLoggedIn()).isTrue();
    assertThat(accounts()).isEqualTo(1);
  }

  @Test
  void a_username_that_only_the_ledger_knows_is_refused_in_keycloaks_words() throws Exception {
    GATEWAY.hasTaken(name);
    assertThat(signUp(name, email).text()).contains(USERNAME_EXISTS).doesNotContain(EMAIL_EXISTS);
    assertThat(accounts()).isZero();
  }

  @Test
  void an_email_that_only_the_ledger_knows_is_refused_in_keycloaks_words() throws Exception {
    GATEWAY.hasTaken(email);
    assertThat(signUp(name, email).text()).contains(EMAIL_EXISTS).doesNotContain(USERNAME_EXISTS);
    assertThat(accounts()).isZero();
  }

  @Test
  void in_the_slow_way_too_the_ledger_alone_knows_and_is_believed() throws Exception {
    var slow = new TestRealm(REST, GATEWAY, "slow").acceptingSignUps();
    GATEWAY.hasTaken(name);
    GATEWAY.hasTaken("x-" + email);

    assertThat(signUp(slow, name, email).text()).contains(USERNAME_EXISTS);
    assertThat(signUp(slow, "other-" + name, "x-" + email).text()).contains(EMAIL_EXISTS);
    assertThat(REST.get(slow.path + "/users").body()).isEmpty();
    assertThat(signUp(slow, "other-" + name, email).isLoggedIn()).isTrue();
  }

  @Test
  void the_login_of_a_merged_profile_is_nobodys_any_more() throws Exception {
    GATEWAY.hasMerged(name);
    assertThat(signUp(name, email).isLoggedIn()).isTrue();
  }

  @Test
  void letters_of_another_case_make_no_other_login() throws Exception {
    GATEWAY.hasTaken(name);
    assertThat(signUp(name.toUpperCase(Locale.ROOT), email).text()).contains(USERNAME_EXISTS);
  }

  @Test
  void an_imported_user_is_told_of_by_keycloak_itself_in_the_same_words() throws Exception {
    REALM.bring(People.person(id, name));
    assertThat(signUp(name, "other-" + email).text()).contains(USERNAME_EXISTS);
    assertThat(signUp("other-" + name, email).text()).contains(EMAIL_EXISTS);
    assertThat(accounts()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a b", "a/b", "100%", "a?b#c", "日本-", "..", "a;b\\c"})
  void a_login_of_any_characters_is_asked_about_as_it_is(String odd) throws Exception {
    GATEWAY.hasTaken(odd + id);
    assertThat(signUp(odd + id, email).text()).contains(USERNAME_EXISTS);
  }

  @Test
  void the_verified_phone_number_of_somebody_who_has_moved_is_no_free_username() throws Exception {
    String phone = "+4930903" + Math.abs(id.hashCode() % 10_000);
    ObjectNode person = People.person(id, "moved-" + id).put("phoneNumber", phone);
    REALM.bring(person);
    GATEWAY.knows("moved-" + id, "Old-Passw0rd", person.toString());
    assertThat(REALM.login("moved-" + id, "Old-Passw0rd").status()).isEqualTo(200);

    assertThat(signUp(phone, email).text()).contains(USERNAME_EXISTS);
  }

  @Test
  void while_the_gateway_cannot_be_asked_nobody_signs_up_and_then_the_same_form_works()
      throws Exception {
    Browser browser = form();
    GATEWAY.down(true);
    browser.submit(fields(name, email));
    assertThat(browser.text())
        .contains("We cannot sign you up at the moment")
        .doesNotContain(EMAIL_EXISTS, USERNAME_EXISTS);
    assertThat(accounts()).isZero();

    GATEWAY.down(false);
    assertThat(browser.submit(fields(name, email)).isLoggedIn()).isTrue();
  }

  @Test
  void what_is_wrong_with_a_free_login_is_told_by_keycloak_as_ever() throws Exception {
    assertThat(signUp(name, "no address").text()).contains("Invalid email address.");
    assertThat(accounts()).isZero();
  }

  @Test
  void where_two_users_may_have_one_address_it_blocks_nobody() throws Exception {
    REALM.with(Map.of("loginWithEmailAllowed", false, "duplicateEmailsAllowed", true));
    GATEWAY.hasTaken(email);
    assertThat(signUp(name, email).isLoggedIn()).isTrue();
  }

  private static Browser signUp(String username, String email) throws Exception {
    return signUp(REALM, username, email);
  }

  private static Browser signUp(TestRealm realm, String username, String email) throws Exception {
    return form(realm).submit(fields(username, email));
  }

  private static Browser form() throws Exception {
    return form(REALM);
  }

  private static Browser form(TestRealm realm) throws Exception {
    Browser browser = new Browser(LiveKeycloak.SERVER, realm);
    browser.open(browser.link("login-actions/registration"));
    return browser;
  }

  private static Map<String, String> fields(String username, String email) {
    return Map.of(
        "username", username,
        "email", email,
        "firstName", "Pia",
        "lastName", "Muster",
        "password", "Brand-new-9",
        "password-confirm", "Brand-new-9");
  }

  private int accounts() {
    return REST.get(REALM.path + "/users?search=*" + id + "*").body().size();
  }
}
