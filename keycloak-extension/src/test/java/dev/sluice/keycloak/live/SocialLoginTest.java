package dev.sluice.keycloak.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.harness.Eventually;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

/** People whose account at another provider is linked to the one that was imported. */
@ResourceLock("the one Chromium of RealBrowser, which is for one thread")
class SocialLoginTest {
  private static final String PASSWORD = "Old-Passw0rd";
  private static final FakeGateway GATEWAY = new FakeGateway();
  private static final Rest REST = LiveKeycloak.REST;
  private static final TestRealm REALM = new TestRealm(REST, GATEWAY, "hybrid");
  private static final SocialProvider PROVIDER = new SocialProvider(REALM);

  private final String id = UUID.randomUUID().toString();
  private final String name = "vik-" + id;

  @AfterAll
  static void stop() {
    GATEWAY.close();
  }

  @Test
  void who_only_ever_had_the_social_login_is_the_imported_user_and_no_second_account_is_made()
      throws Exception {
    REALM.bring(linkedTo(PROVIDER.account(name)).put("password", "NONE"));

    assertThat(socialLogin()).isEqualTo(id);
    assertThat(socialLogin()).as("the second time").isEqualTo(id);

    assertThat(accounts()).isEqualTo(1);
    assertThat(GATEWAY.asked(name)).isEmpty();
    assertThat(GATEWAY.settled(id)).as("moved already when imported").isEmpty();
  }

  @Test
  void who_has_a_password_too_is_let_in_and_the_password_still_waits_in_the_pool()
      throws Exception {
    ObjectNode person = linkedTo(PROVIDER.account(name));
    REALM.bring(person);
    GATEWAY.knows(name, PASSWORD, person.toString());

    assertThat(socialLogin()).isEqualTo(id);
    assertThat(REALM.moved(id).path("linked").asBoolean()).isTrue();
    assertThat(GATEWAY.settled(id)).isEmpty();

    try (var browser = new RealBrowser(REALM)) {
      assertThat(browser.logIn(name, PASSWORD).subject()).isEqualTo(id);
    }
    assertThat(REALM.moved(id).path("linked").asBoolean()).isFalse();
    Eventually.holds(() -> assertThat(GATEWAY.settled(id)).containsExactly("PASSWORD"));
    assertThat(socialLogin()).as("and the social login still works").isEqualTo(id);
    assertThat(accounts()).isEqualTo(1);
  }

  @Test
  void the_account_page_of_who_has_not_moved_shows_the_pools_dates() {
    REALM.bring(linkedTo(PROVIDER.account(name)));
    try (RealBrowser browser = PROVIDER.logIn(name)) {
      String token = browser.tokens().body().path("access_token").asText();

      JsonNode password =
          REST.account(REALM.name, token, "/credentials?type=password").body().path(0);
      assertThat(password.at("/userCredentialMetadatas/0/credential/createdDate").asLong())
          .as(password.toString())
          .isEqualTo(1_500_000_000_123L);
    }
    assertThat(REALM.user(id).path("createdTimestamp").asLong()).isEqualTo(1_500_000_000_123L);
    assertThat(REALM.credentials(id)).as("what is stored here").isEmpty();
  }

  @Test
  void a_disabled_user_is_not_let_in_by_the_social_login_either() {
    REALM.bring(linkedTo(PROVIDER.account(name)).put("enabled", false));
    try (RealBrowser browser = PROVIDER.logIn(name)) {
      assertThat(browser.isLoggedIn()).isFalse();
      assertThat(browser.page().content()).contains("Account is disabled");
    }
  }

  @Test
  void
      somebody_elses_social_account_with_the_same_email_gets_neither_the_account_nor_one_of_its_own() {
    PROVIDER.account(name);
    REALM.bring(linkedTo("another-account-" + id));
    try (RealBrowser browser = PROVIDER.logIn(name)) {
      assertThat(browser.isLoggedIn()).isFalse();
      assertThat(browser.page().content()).contains("already exists");
    }
    assertThat(accounts()).isEqualTo(1);
  }

  private String socialLogin() throws Exception {
    try (RealBrowser browser = PROVIDER.logIn(name)) {
      return browser.subject();
    }
  }

  private ObjectNode linkedTo(String socialId) {
    ObjectNode person = People.person(id, name);
    person
        .putArray("links")
        .addObject()
        .put("provider", SocialProvider.ALIAS)
        .put("userId", socialId)
        .put("userName", name);
    return person;
  }

  private int accounts() {
    return REST.get(REALM.path + "/users?search=" + name).body().size();
  }
}
