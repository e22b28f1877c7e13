package dev.sluice.keycloak.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** People who log in to a realm that asks for the address first, because it has organizations. */
class OrganizationTest {
  private static final String PASSWORD = "Old-Passw0rd";
  private static final FakeGateway GATEWAY = new FakeGateway();
  private static final TestRealm SLOW =
      new TestRealm(LiveKeycloak.REST, GATEWAY, "slow").askingForOrganizations();
  private static final TestRealm HYBRID =
      new TestRealm(LiveKeycloak.REST, GATEWAY, "hybrid").askingForOrganizations();

  private final String id = UUID.randomUUID().toString();
  private final String email = "eve-" + id + "@acme.example";
  private final ObjectNode person = People.person(id, "eve-" + id).put("email", email);

  @BeforeAll
  static void makeOrganizations() {
    SLOW.makeOrganization("acme", "acme.example");
    HYBRID.makeOrganization("acme", "acme.example");
  }

  @AfterAll
  static void stop() {
    GATEWAY.close();
  }

  @Test
  void someone_of_an_organizations_domain_who_is_not_here_yet_logs_in() throws Exception {
    GATEWAY.knows(email, PASSWORD, person.toString());
    Browser browser = new Browser(LiveKeycloak.SERVER, SLOW);

    Browser page = browser.submit(Map.of("username", email));
    assertThat(page.text()).contains("name=\"password\"", email);
    browser.submit(Map.of("username", email, "password", PASSWORD));

    assertThat(browser.code()).isNotEmpty();
    assertThat(SLOW.user(id).path("email").asText()).isEqualTo(email);
  }

  @Test
  void someone_of_an_organizations_domain_who_is_imported_logs_in() throws Exception {
    HYBRID.bring(person);
    GATEWAY.knows("eve-" + id, PASSWORD, person.toString());
    Browser browser = new Browser(LiveKeycloak.SERVER, HYBRID);

    browser.submit(Map.of("username", email));
    browser.submit(Map.of("password", PASSWORD));

    assertThat(browser.code()).isNotEmpty();
    assertThat(HYBRID.moved(id).path("linked").asBoolean()).isFalse();
  }

  @Test
  void a_stranger_of_the_domain_is_refused_at_the_password_and_not_before() throws Exception {
    Browser browser = new Browser(LiveKeycloak.SERVER, SLOW);
    String stranger = "nobody-" + id + "@acme.example";

    Browser page = browser.submit(Map.of("username", stranger));
    assertThat(page.text()).contains("name=\"password\"").doesNotContain("have an account yet");
    browser.submit(Map.of("username", stranger, "password", "wrong"));

    assertThat(GATEWAY.asked(stranger)).hasSize(1);
    assertThat(LiveKeycloak.REST.get(SLOW.path + "/users?search=" + stranger).body()).isEmpty();
  }

  @Test
  void people_whom_the_organizations_own_provider_knows_are_still_sent_there() throws Exception {
    SLOW.makeOrganization("corp", "corp.example");
    SLOW.giveProvider("corp", "corp-idp", "corp.example");
    Browser browser = new Browser(LiveKeycloak.SERVER, SLOW);

    browser.submit(Map.of("username", "eve-" + id + "@corp.example"));

    assertThat(browser.location()).contains("/broker/corp-idp/login");
    assertThat(GATEWAY.asked("eve-" + id + "@corp.example")).isEmpty();
  }
}
