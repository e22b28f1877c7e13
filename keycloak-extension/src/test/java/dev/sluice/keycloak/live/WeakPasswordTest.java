package dev.sluice.keycloak.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.harness.Eventually;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** An old password that the realm's policy would not let anybody choose. */
class WeakPasswordTest {
  private static final FakeGateway GATEWAY = new FakeGateway();
  private static final Map<String, Object> POLICY =
      Map.of("passwordPolicy", "length(14) and upperCase(2) and passwordHistory(3)");
  private static final TestRealm ACCEPTING =
      new TestRealm(LiveKeycloak.REST, GATEWAY, "hybrid").with(POLICY);
  private static final TestRealm REQUIRING =
      new TestRealm(LiveKeycloak.REST, GATEWAY, "hybrid")
          .with(POLICY)
          .choosing("weakPassword", "require-new");
  private static final String WEAK = "abc";
  private static final String STRONG = "LOng-enough-for-9";

  private final String id = UUID.randomUUID().toString();
  private final String name = "rik-" + id;
  private final ObjectNode person = People.person(id, name);

  @AfterAll
  static void stop() {
    GATEWAY.close();
  }

  @Test
  void it_lets_in_again_and_again_by_default() throws Exception {
    bring(ACCEPTING, WEAK);
    assertThat(login(ACCEPTING, WEAK).isLoggedIn()).isTrue();
    assertThat(TestRealm.subject(ACCEPTING.login(name, WEAK))).isEqualTo(id);
    assertThat(GATEWAY.asked(name)).hasSize(1);
  }

  @Test
  void where_the_operator_wants_it_a_new_one_is_chosen_at_that_login() throws Exception {
    bring(REQUIRING, WEAK);

    Browser browser = login(REQUIRING, WEAK);
    assertThat(browser.text()).contains("password-new", "password-confirm");
    browser.submit(Map.of("password-new", "still weak", "password-confirm", "still weak"));
    assertThat(browser.isLoggedIn()).isFalse();
    browser.submit(Map.of("password-new", STRONG, "password-confirm", STRONG));

    assertThat(browser.isLoggedIn()).isTrue();
    assertThat(TestRealm.subject(REQUIRING.login(name, STRONG))).isEqualTo(id);
    assertThat(REQUIRING.login(name, WEAK).status()).isEqualTo(400);
    assertThat(GATEWAY.asked(name)).hasSize(1);
    Eventually.holds(() -> assertThat(GATEWAY.settled(id)).containsExactly("PASSWORD"));
  }

  @Test
  void until_then_an_application_gets_no_token_for_it() throws Exception {
    bring(REQUIRING, WEAK);
    assertThat(REQUIRING.login(name, WEAK).body().path("error_description").asText())
        .isEqualTo("Account is not fully set up");
    assertThat(REQUIRING.login(name, WEAK).status()).isEqualTo(400);
  }

  @Test
  void who_was_not_imported_yet_is_asked_as_well() {
    GATEWAY.knows(name, WEAK, person.toString());
    assertThat(REQUIRING.login(name, WEAK).status()).isEqualTo(400);
    assertThat(REQUIRING.user(id).path("requiredActions")).hasToString("[\"UPDATE_PASSWORD\"]");
  }

  @Test
  void a_password_that_the_policy_allows_is_left_alone() throws Exception {
    bring(REQUIRING, STRONG);
    assertThat(TestRealm.subject(REQUIRING.login(name, STRONG))).isEqualTo(id);
    assertThat(TestRealm.subject(REQUIRING.login(name, STRONG))).isEqualTo(id);
  }

  private void bring(TestRealm realm, String password) {
    realm.bring(person);
    GATEWAY.knows(name, password, person.toString());
  }

  private Browser login(TestRealm realm, String password) throws Exception {
    return new Browser(LiveKeycloak.SERVER, realm)
        .submit(Map.of("username", name, "password", password));
  }
}
