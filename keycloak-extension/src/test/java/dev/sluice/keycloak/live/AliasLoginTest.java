package dev.sluice.keycloak.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Logins that Cognito knew and that are neither a username nor an email of Keycloak's. */
class AliasLoginTest {
  private static final FakeGateway GATEWAY = new FakeGateway();
  private static final Rest REST = LiveKeycloak.REST;
  private static final TestRealm REALM =
      new TestRealm(REST, GATEWAY, "hybrid").with("preferredUsername", "preferred_username");
  private static final String PASSWORD = "Old-Passw0rd";
  private static final AtomicInteger NUMBERS = new AtomicInteger(1_000);

  private final String id = UUID.randomUUID().toString();
  private final String name = "ida-" + id;
  private final String phone = "+4930902" + NUMBERS.incrementAndGet();
  private final ObjectNode person = People.person(id, name).put("phoneNumber", phone);

  @AfterAll
  static void stop() {
    GATEWAY.close();
  }

  @Test
  void a_phone_number_lets_in_somebody_whom_keycloak_has_never_seen() throws Exception {
    GATEWAY.knows(phone, PASSWORD, person.toString());
    assertThat(browser(phone, PASSWORD).isLoggedIn()).isTrue();
    assertThat(REALM.moved(id).path("linked").asBoolean()).isFalse();
    assertThat(REALM.moved(id).path("hasPassword").asBoolean()).isTrue();
  }

  @Test
  void an_imported_user_is_let_in_by_the_form_under_an_alias() throws Exception {
    REALM.bring(person);
    GATEWAY.knows("alias-" + id, PASSWORD, person.toString());
    assertThat(browser("alias-" + id, PASSWORD).isLoggedIn()).isTrue();
    assertThat(REALM.moved(id).path("linked").asBoolean()).isFalse();
  }

  @Test
  void a_wrong_password_under_an_alias_lets_nobody_in_and_moves_nobody() throws Exception {
    REALM.bring(person);
    GATEWAY.knows("alias-" + id, PASSWORD, person.toString());
    assertThat(REALM.login("alias-" + id, "wrong").status()).isEqualTo(400);
    assertThat(browser("alias-" + id, "wrong").text()).contains("We could not log you in");
    assertThat(REALM.moved(id).path("linked").asBoolean()).isTrue();
  }

  @Test
  void a_disabled_user_is_not_let_in_under_an_alias_either() throws Exception {
    REALM.bring(person.put("enabled", false));
    GATEWAY.knows("alias-" + id, PASSWORD, person.toString());
    assertThat(REALM.login("alias-" + id, PASSWORD).status()).isEqualTo(400);
    assertThat(browser("alias-" + id, PASSWORD).isLoggedIn()).isFalse();
  }

  @Test
  void a_user_disabled_here_alone_is_refused_under_an_alias_and_the_password_does_not_move()
      throws Exception {
    REALM.bring(person);
    assertThat(REST.put(REALM.path + "/users/" + id, Map.of("enabled", false)).status())
        .isEqualTo(204);
    person.put("enabled", true);
    GATEWAY.knows("alias-" + id, PASSWORD, person.toString());

    assertThat(REALM.login("alias-" + id, PASSWORD).status()).isEqualTo(400);
    assertThat(browser("alias-" + id, PASSWORD).text()).contains("We could not log you in");
    GATEWAY.asks("other-" + id, PASSWORD, person, "TOTP", "123456");
    assertThat(browser("other-" + id, PASSWORD).text()).contains("We could not log you in");
    assertThat(REALM.moved(id).path("linked").asBoolean()).isTrue();
    assertThat(REALM.moved(id).path("hasPassword").asBoolean()).isFalse();
    assertThat(GATEWAY.settled(id)).isEmpty();
  }

  @Test
  void what_the_user_has_to_do_next_is_demanded_under_an_alias_too() {
    REALM.bring(person);
    GATEWAY.knows("alias-" + id, PASSWORD, person.toString(), "SECOND_FACTOR");
    assertThat(REALM.login("alias-" + id, PASSWORD).body().path("error_description").asText())
        .isEqualTo("Account is not fully set up");
  }

  @Test
  void a_user_who_has_moved_logs_in_with_the_verified_phone_number() throws Exception {
    move();
    assertThat(TestRealm.subject(REALM.login(phone, PASSWORD))).isEqualTo(id);
    assertThat(browser(phone, PASSWORD).isLoggedIn()).isTrue();
    assertThat(GATEWAY.asked(phone)).isEmpty();
  }

  @Test
  void a_wrong_password_with_a_phone_number_counts_and_tells_no_username() throws Exception {
    move();
    assertThat(REALM.login(phone, "wrong").status()).isEqualTo(400);
    Browser browser = browser(phone, "wrong");
    assertThat(browser.text()).contains("We could not log you in").doesNotContain(name);
    assertThat(failures()).isEqualTo(2);
    browser.open(browser.link("reset-credentials"));
    assertThat(browser.text()).contains("Forgot Your Password?").doesNotContain(name);
  }

  @Test
  void a_phone_number_that_is_not_verified_is_no_login() throws Exception {
    person.put("phoneNumberVerified", false);
    move();
    assertThat(REALM.login(phone, PASSWORD).status()).isEqualTo(400);
  }

  @Test
  void a_phone_number_of_two_users_is_no_login() throws Exception {
    move();
    String other = UUID.randomUUID().toString();
    REALM.bring(People.person(other, "other-" + other).put("phoneNumber", phone));
    assertThat(REALM.login(phone, PASSWORD).status()).isEqualTo(400);
    assertThat(browser(phone, PASSWORD).text()).contains("We could not log you in");
  }

  @Test
  void a_user_who_has_moved_logs_in_with_the_preferred_username() throws Exception {
    String preferred = preferring("Ida " + id);
    move();
    assertThat(TestRealm.subject(REALM.login(preferred, PASSWORD))).isEqualTo(id);
    assertThat(browser(preferred, PASSWORD).isLoggedIn()).isTrue();
    assertThat(REALM.login(preferred, "wrong").status()).isEqualTo(400);
    assertThat(GATEWAY.asked(preferred)).isEmpty();
  }

  @Test
  void a_preferred_username_of_two_users_or_of_one_who_has_not_moved_is_left_to_the_gateway()
      throws Exception {
    String preferred = preferring("Ida " + id);
    REALM.bring(person);
    assertThat(REALM.login(preferred, PASSWORD).status()).isEqualTo(400);
    move();
    String other = UUID.randomUUID().toString();
    ObjectNode namesake = People.person(other, "other-" + other);
    namesake.withObject("/attributes").putArray("preferred_username").add(preferred);
    REALM.bring(namesake);
    assertThat(REALM.login(preferred, PASSWORD).status()).isEqualTo(400);
    assertThat(GATEWAY.asked(preferred)).hasSize(2);
  }

  private String preferring(String name) {
    person.withObject("/attributes").putArray("preferred_username").add(name);
    return name;
  }

  private void move() throws Exception {
    REALM.bring(person);
    GATEWAY.knows(name, PASSWORD, person.toString());
    assertThat(TestRealm.subject(REALM.login(name, PASSWORD))).isEqualTo(id);
  }

  private static Browser browser(String login, String password) throws Exception {
    return new Browser(LiveKeycloak.SERVER, REALM)
        .submit(Map.of("username", login, "password", password));
  }

  private int failures() {
    return REST.get(REALM.path + "/attack-detection/brute-force/users/" + id)
        .body()
        .path("numFailures")
        .asInt();
  }
}
