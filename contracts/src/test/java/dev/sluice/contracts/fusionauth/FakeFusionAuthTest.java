package dev.sluice.contracts.fusionauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.contracts.fusionauth.Caller.Answer;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** The fake refuses what FusionAuth's documents say is refused, and keeps what it takes. */
class FakeFusionAuthTest {
  private static final String ADA = "4f1c2d3e-0a1b-4c5d-8e6f-7a8b9c0d1e2f";
  private static final String BOB = "5a1c2d3e-0a1b-4c5d-8e6f-7a8b9c0d1e2f";

  private final FakeFusionAuth fake = FakeFusionAuth.start();
  private final Caller caller = Caller.of(fake);

  @AfterEach
  void close() {
    fake.close();
  }

  @Test
  void an_import_takes_everybody_or_nobody() {
    assertThat(importing(false, user(ADA, "ada@example.org")).status()).isEqualTo(200);

    Answer unexplained =
        importing(false, user(BOB, "bob@example.org"), user(id(), "ADA@example.org"));
    Answer explained = importing(true, user(BOB, "bob@example.org"), user(id(), "ADA@example.org"));

    assertThat(unexplained.status()).isEqualTo(500);
    assertThat(explained.status()).isEqualTo(400);
    assertThat(
            explained.body().path("fieldErrors").path("user.email").path(0).path("code").asString())
        .isEqualTo("[duplicate]user.email");
    assertThat(fake.userIds()).containsExactly(ADA);
  }

  @Test
  void an_import_takes_users_for_inactive_and_unverified_unless_it_is_told() {
    importing(false, "{\"id\":\"%s\",\"email\":\"ada@example.org\"}".formatted(ADA));

    assertThat(fake.user(ADA).orElseThrow().path("active").asBoolean(true)).isFalse();
    assertThat(fake.user(ADA).orElseThrow().path("verified").asBoolean(true)).isFalse();
    assertThat(fake.passwordOf(ADA)).isEmpty();
  }

  @Test
  void an_id_that_is_taken_or_no_uuid_an_unknown_application_and_an_unknown_group_are_refused() {
    importing(false, user(ADA, "ada@example.org"));

    assertThat(importing(true, user(ADA, "other@example.org")).body().toString())
        .contains("[duplicate]user.id");
    assertThat(importing(true, user("ada", "other@example.org")).body().toString())
        .contains("[invalidJSON]");
    assertThat(importing(true, with(BOB, "registrations", "applicationId")).body().toString())
        .contains("registrations.applicationId");
    assertThat(importing(true, with(BOB, "memberships", "groupId")).status()).isEqualTo(500);
    assertThat(fake.userIds()).containsExactly(ADA);
  }

  private static String with(String id, String list, String field) {
    return "{\"id\":\"%s\",\"email\":\"x@example.org\",\"%s\":[{\"%s\":\"%s\"}]}"
        .formatted(id, list, field, id());
  }

  @Test
  void a_wrong_key_gets_nothing() {
    assertThat(new Caller(fake.url(), "wrong").get("/api/user/" + ADA).status()).isEqualTo(401);
    fake.closeToKey("POST /api/user/import");
    assertThat(importing(false, user(ADA, "ada@example.org")).status()).isEqualTo(401);
  }

  @Test
  void a_patch_adds_to_lists_and_null_removes() {
    importing(
        false,
        "{\"id\":\"%s\",\"email\":\"a@e.org\",\"firstName\":\"Ada\",\"preferredLanguages\":[\"en\"]}"
            .formatted(ADA));

    Answer patched =
        caller.send(
            "PATCH",
            "/api/user/" + ADA,
            "{\"user\":{\"preferredLanguages\":[\"cs\"],\"data\":{\"plan\":\"gold\"}}}");

    assertThat(patched.body().path("user").path("preferredLanguages").toString())
        .isEqualTo("[\"en\",\"cs\"]");
    assertThat(patched.body().path("user").path("firstName").asString()).isEqualTo("Ada");
    assertThat(patched.body().path("user").path("data").path("plan").asString()).isEqualTo("gold");
  }

  @Test
  void an_account_at_a_provider_lets_one_user_in() {
    String google = fake.addIdentityProvider("Google", "Google");
    importing(false, user(ADA, "ada@example.org"), user(BOB, "bob@example.org"));

    assertThat(link(google, ADA).status()).isEqualTo(200);
    assertThat(link(google, BOB).status()).isEqualTo(400);
    assertThat(link(id(), BOB).status()).isEqualTo(400);
    assertThat(fake.links(ADA)).hasSize(1);
    assertThat(fake.links(BOB)).isEmpty();
  }

  private Answer link(String provider, String user) {
    return caller.post(
        "/api/identity-provider/link",
        "{\"identityProviderLink\":{\"identityProviderId\":\"%s\",\"identityProviderUserId\":\"7\",\"userId\":\"%s\"}}"
            .formatted(provider, user));
  }

  @Test
  void a_login_needs_the_right_password_and_tells_what_stands_in_its_way() {
    fake.addApplication("Shop");
    importing(
        false,
        "{\"id\":\"%s\",\"email\":\"ada@example.org\",\"active\":true,\"password\":\"made-up 1\"}"
            .formatted(ADA));

    assertThat(login("ada@example.org", "made-up 2").status()).isEqualTo(404);
    assertThat(login("nobody@example.org", "made-up 1").status()).isEqualTo(404);
    assertThat(login("ADA@example.org", "made-up 1").status()).isEqualTo(200);
    caller.send("PATCH", "/api/user/" + ADA, "{\"user\":{\"passwordChangeRequired\":true}}");
    assertThat(login("ada@example.org", "made-up 1").status()).isEqualTo(203);
    caller.send("DELETE", "/api/user/" + ADA, "");
    assertThat(login("ada@example.org", "made-up 1").status()).isEqualTo(423);
  }

  private Answer login(String login, String password) {
    return caller.post(
        "/api/login", "{\"loginId\":\"%s\",\"password\":\"%s\"}".formatted(login, password));
  }

  @Test
  void what_the_vendor_does_not_describe_is_refused_and_told_at_the_end() {
    try (FakeFusionAuth careless = FakeFusionAuth.start()) {
      Assumptions.assumeTrue(
          careless.isHeldAgainstDescription(), "FusionAuth's description is not present");
    }
    FakeFusionAuth strict = FakeFusionAuth.start();

    Answer typo =
        Caller.of(strict)
            .post(
                "/api/user/import",
                "{\"users\":[{\"id\":\"%s\",\"e-mail\":\"ada@example.org\"}]}".formatted(ADA));

    assertThat(typo.status()).isEqualTo(400);
    assertThat(typo.body().toString()).contains("[notAsDescribed]").contains("e-mail");
    assertThatThrownBy(strict::close)
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("POST /api/user/import")
        .hasMessageContaining("e-mail");
  }

  private Answer importing(boolean explained, String... users) {
    return caller.post(
        "/api/user/import",
        "{\"validateDbConstraints\":%s,\"users\":[%s]}"
            .formatted(explained, String.join(",", users)));
  }

  private static String user(String id, String email) {
    return "{\"id\":\"%s\",\"email\":\"%s\"}".formatted(id, email);
  }

  private static String id() {
    return UUID.randomUUID().toString();
  }
}
