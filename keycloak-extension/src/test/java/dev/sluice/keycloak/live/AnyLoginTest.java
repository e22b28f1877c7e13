package dev.sluice.keycloak.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Logins as pools have them: imported, moved at the first login, and good for the second. */
class AnyLoginTest {
  private static final FakeGateway GATEWAY = new FakeGateway();
  private static final TestRealm REALM = new TestRealm(LiveKeycloak.REST, GATEWAY, "hybrid");
  private static final String PASSWORD = " Old-Passw0rd äöü ";
  private static final int LONGEST = 255;

  private final String id = UUID.randomUUID().toString();

  @AfterAll
  static void stop() {
    GATEWAY.close();
  }

  static String[] usernames() {
    return new String[] {
      "MiXeD-CaSe-%s",
      "plus+tag-%s",
      "two words %s",
      "小林太郎-%s",
      "ада-%s",
      "علي-%s",
      "o'neil <b>\"x\"</b> & co %s",
      "per%%cent%%2Fslash/%s",
      "emoji-😀-%s",
      "e\u0301combined-%s",
      "name@with@two-%s",
      "%s" + "x".repeat(LONGEST - 36),
    };
  }

  @ParameterizedTest
  @MethodSource("usernames")
  void by_username_in_the_browser_first(String pattern) throws Exception {
    String username = pattern.formatted(id);
    bring(username);
    assertThat(browser(username).isLoggedIn()).isTrue();
    assertThat(REALM.moved(id).path("linked").asBoolean()).isFalse();
    assertThat(TestRealm.subject(REALM.login(username, PASSWORD))).isEqualTo(id);
    assertThat(GATEWAY.asked(username.toLowerCase(Locale.ROOT))).hasSize(1);
  }

  @ParameterizedTest
  @MethodSource("usernames")
  void by_username_in_a_direct_grant_first(String pattern) throws Exception {
    String username = pattern.formatted(id);
    bring(username);
    assertThat(REALM.login(username, "wrong").status()).isEqualTo(400);
    assertThat(TestRealm.subject(REALM.login(username, PASSWORD))).isEqualTo(id);
    assertThat(browser(username.toUpperCase(Locale.ROOT)).isLoggedIn())
        .as("in letters of another case")
        .isEqualTo(
            username
                .toUpperCase(Locale.ROOT)
                .toLowerCase(Locale.ROOT)
                .equals(username.toLowerCase(Locale.ROOT)));
    assertThat(GATEWAY.asked(username.toLowerCase(Locale.ROOT))).hasSize(2);
  }

  static String[] emails() {
    return new String[] {
      "Plain.%s@Example.ORG", "plus+tag-%s@example.org", "o'neil-%s@example.org"
    };
  }

  @ParameterizedTest
  @MethodSource("emails")
  void by_email_in_either_order(String pattern) throws Exception {
    String email = pattern.formatted(id);
    GATEWAY.knows(email, PASSWORD, bring("user-" + id, email).toString());
    assertThat(browser(email).isLoggedIn()).isTrue();
    assertThat(TestRealm.subject(REALM.login(email, PASSWORD))).isEqualTo(id);
    assertThat(GATEWAY.asked(email)).hasSize(1);
  }

  @ParameterizedTest
  @MethodSource("emails")
  void by_email_in_a_direct_grant_first(String pattern) throws Exception {
    String email = pattern.formatted(id);
    GATEWAY.knows(email, PASSWORD, bring("user-" + id, email).toString());
    assertThat(TestRealm.subject(REALM.login(email, PASSWORD))).isEqualTo(id);
    assertThat(browser(email).isLoggedIn()).isTrue();
  }

  @Test
  void by_phone_number_the_first_time_and_the_second() throws Exception {
    String phone = "+4930904" + Math.floorMod(id.hashCode(), 1_000_000);
    ObjectNode person = People.person(id, "user-" + id).put("phoneNumber", phone);
    REALM.bring(person);
    GATEWAY.knows(phone, PASSWORD, person.toString());
    assertThat(browser(phone).isLoggedIn()).isTrue();
    assertThat(TestRealm.subject(REALM.login(phone, PASSWORD))).isEqualTo(id);
    assertThat(browser(phone).isLoggedIn()).isTrue();
    assertThat(GATEWAY.asked(phone)).hasSize(1);
  }

  /** Keycloak has usernames in one case only; some pools have them in both. */
  @Test
  void of_two_whose_usernames_differ_by_case_only_the_first_is_here_and_the_second_is_refused()
      throws Exception {
    bring("bob-" + id);
    String other = UUID.randomUUID().toString();
    ObjectNode bigBob = People.person(other, "BOB-" + id).put("email", other + "@example.org");
    assertThat(REALM.bring(bigBob).getFirst().path("outcome").asText()).isEqualTo("refused");

    assertThat(REALM.login("BOB-" + id, "Big-Bobs-0wn").status()).isEqualTo(400);
    assertThat(TestRealm.subject(REALM.login("BOB-" + id, PASSWORD))).isEqualTo(id);
    assertThat(LiveKeycloak.REST.get(REALM.path + "/users/" + other).status()).isEqualTo(404);
  }

  private void bring(String username) {
    bring(username, id + "@example.org");
  }

  private ObjectNode bring(String username, String email) {
    ObjectNode person =
        People.person(id, username)
            .put("email", email)
            .put("givenName", "Given")
            .put("familyName", "F");
    person.putArray("links");
    assertThat(REALM.bring(person).getFirst().path("outcome").asText()).isEqualTo("created");
    GATEWAY.knows(username.toLowerCase(Locale.ROOT), PASSWORD, person.toString());
    return person;
  }

  private static Browser browser(String login) throws Exception {
    return new Browser(LiveKeycloak.SERVER, REALM)
        .submit(Map.of("username", login, "password", PASSWORD));
  }
}
