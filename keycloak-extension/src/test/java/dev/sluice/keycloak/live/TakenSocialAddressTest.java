package dev.sluice.keycloak.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

/** Somebody with a social account, who may change the address on the page that reviews it. */
@ResourceLock("the one Chromium of RealBrowser, which is for one thread")
class TakenSocialAddressTest {
  private static final FakeGateway GATEWAY = new FakeGateway();
  private static final Rest REST = LiveKeycloak.REST;
  private static final TestRealm REALM = new TestRealm(REST, GATEWAY, "slow");
  private static final SocialProvider PROVIDER = new SocialProvider(REALM);
  private static final String REVIEW = "#kc-idp-review-profile-form";

  private final String name = "lia-" + UUID.randomUUID();
  private final String taken = "taken-" + name + "@example.org";

  @BeforeAll
  static void showThePageToEverybody() {
    String flows = REALM.path + "/authentication/flows/first%20broker%20login/executions";
    for (JsonNode execution : REST.get(flows).body()) {
      if (execution.path("providerId").asText().equals("idp-review-profile")) {
        String config =
            REALM.path
                + "/authentication/config/"
                + execution.path("authenticationConfig").asText();
        ObjectNode changed = (ObjectNode) REST.get(config).body();
        changed.withObject("/config").put("update.profile.on.first.login", "on");
        assertThat(REST.put(config, changed).status()).isEqualTo(204);
      }
    }
  }

  @AfterAll
  static void stop() {
    GATEWAY.close();
  }

  @Test
  void an_address_of_somebody_in_the_pool_is_refused_and_another_one_is_taken() {
    GATEWAY.hasTaken(taken);
    PROVIDER.account(name);
    try (RealBrowser browser = PROVIDER.logIn(name)) {
      browser.page().fill(REVIEW + " #email", taken);
      browser.page().click(REVIEW + " [type=submit]");
      assertThat(browser.page().content()).contains("Email already exists.");
      assertThat(REST.get(REALM.path + "/users?search=" + name).body()).isEmpty();

      browser.page().fill(REVIEW + " #email", "free-" + taken);
      browser.page().click(REVIEW + " [type=submit]");
      assertThat(browser.isLoggedIn()).isTrue();
    }
  }
}
