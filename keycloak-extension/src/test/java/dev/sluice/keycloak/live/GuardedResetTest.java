package dev.sluice.keycloak.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.servers.MailBox;
import java.io.IOException;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Who is sent a link to a new password, in a realm whose flow has the guarded step. */
class GuardedResetTest {
  private static final String FLOW = "sluice reset credentials";
  private static final String FLOWS = "/authentication/flows/";
  private static final Rest REST = LiveKeycloak.REST;
  private static final FakeGateway GATEWAY = new FakeGateway();
  private static final MailBox MAIL_BOX = new MailBox();
  private static final TestRealm REALM = new TestRealm(REST, GATEWAY, "hybrid");

  private final String id = UUID.randomUUID().toString();

  @BeforeAll
  static void guard() {
    must(REST.post(REALM.path + FLOWS + "reset%20credentials/copy", Map.of("newName", FLOW)));
    JsonNode theirs = step("reset-credential-email");
    must(
        REST.post(
            REALM.path + FLOWS + encoded() + "/executions/execution",
            Map.of(
                "provider",
                "sluice-reset-credential-email",
                "priority",
                theirs.path("priority").asInt())));
    must(REST.delete(REALM.path + "/authentication/executions/" + theirs.path("id").asText()));
    ObjectNode ours = ((ObjectNode) step("sluice-reset-credential-email"));
    must(
        REST.put(
            REALM.path + FLOWS + encoded() + "/executions", ours.put("requirement", "REQUIRED")));
    var smtp =
        Map.of(
            "host", "127.0.0.1",
            "port", String.valueOf(MAIL_BOX.port()),
            "from", "realm@example.org");
    must(
        REST.put(
            REALM.path,
            Map.of("resetCredentialsFlow", FLOW, "smtpServer", smtp, "eventsEnabled", true)));
  }

  @AfterAll
  static void stop() throws IOException {
    MAIL_BOX.close();
    GATEWAY.close();
  }

  @Test
  void an_address_that_was_not_verified_gets_no_link_and_nobody_can_tell() throws Exception {
    REALM.bring(
        People.person(id, "ina-" + id).put("emailVerified", false),
        People.person(UUID.randomUUID().toString(), "jan-" + id));

    assertThat(forget("ina-" + id)).contains("You should receive an email shortly");
    assertThat(forget("nobody-" + id)).contains("You should receive an email shortly");
    assertThat(forget("jan-" + id)).contains("You should receive an email shortly");

    assertThat(MAIL_BOX.next()).as("the first mail").contains("To: jan-" + id + "@example.org");
    assertThat(REALM.user(id).path("emailVerified").asBoolean()).isFalse();
    assertThat(REALM.moved(id).path("linked").asBoolean()).isTrue();
    JsonNode events = REST.get(REALM.path + "/events?type=RESET_PASSWORD_ERROR&user=" + id).body();
    assertThat(events).hasSize(1);
    assertThat(events.path(0).path("error").asText()).isEqualTo("invalid_email");
    assertThat(events.path(0).path("details").path("username").asText()).isEqualTo("ina-" + id);
  }

  @Test
  void the_login_with_an_unverified_address_itself_gets_no_link_either() throws Exception {
    REALM.bring(
        People.person(id, "kim-" + id).put("emailVerified", false).put("password", "MUST_RESET"),
        People.person(UUID.randomUUID().toString(), "leo-" + id));

    forget("kim-" + id + "@example.org");
    forget("leo-" + id);

    assertThat(MAIL_BOX.next()).as("the first mail").contains("To: leo-" + id + "@example.org");
  }

  @Test
  void somebody_who_never_confirmed_still_gets_a_link() throws Exception {
    ObjectNode unconfirmed = People.person(id, "mia-" + id).put("emailVerified", false);
    unconfirmed.withArray("obligations").add("VERIFY_EMAIL");
    REALM.bring(unconfirmed);

    forget("mia-" + id);

    assertThat(MAIL_BOX.next()).contains("To: mia-" + id + "@example.org", "action-token");
  }

  @Test
  void users_of_keycloaks_own_are_treated_as_ever() throws Exception {
    must(
        REST.post(
            REALM.path + "/users",
            Map.of(
                "username", "own-" + id, "enabled", true, "email", "own-" + id + "@example.org")));

    forget("own-" + id);

    assertThat(MAIL_BOX.next()).contains("To: own-" + id + "@example.org", "action-token");
  }

  @Test
  void the_link_leads_to_a_new_password() throws Exception {
    REALM.bring(People.person(id, "ned-" + id));
    var browser = new Browser(LiveKeycloak.SERVER, REALM);
    browser.open(browser.link("login-actions/reset-credentials"));
    browser.submit(Map.of("username", "ned-" + id));

    browser.open(MailBox.linkIn(MAIL_BOX.next()));
    browser.submit(Map.of("password-new", "Brand-new-9", "password-confirm", "Brand-new-9"));

    assertThat(browser.text()).contains("Account updated");
    assertThat(TestRealm.subject(REALM.login("ned-" + id, "Brand-new-9"))).isEqualTo(id);
  }

  private static String forget(String login) throws Exception {
    var browser = new Browser(LiveKeycloak.SERVER, REALM);
    browser.open(browser.link("login-actions/reset-credentials"));
    return browser.submit(Map.of("username", login)).text();
  }

  private static JsonNode step(String provider) {
    for (JsonNode step : REST.get(REALM.path + FLOWS + encoded() + "/executions").body()) {
      if (step.path("providerId").asText().equals(provider)) {
        return step;
      }
    }
    throw new AssertionError("The flow has no step " + provider);
  }

  private static String encoded() {
    return FLOW.replace(" ", "%20");
  }

  private static void must(Rest.Reply reply) {
    assertThat(reply.status()).as(reply.text()).isBetween(200, 299);
  }
}
