package dev.sluice.app.gateway.login;

import static dev.sluice.app.gateway.RunningGateway.MIRA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.api.ledger.Change;
import dev.sluice.api.ledger.MovedBy;
import dev.sluice.api.user.UserId;
import dev.sluice.app.gateway.RunningGateway;
import dev.sluice.targets.http.UrlPath;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class UserEndpointTest {
  private static final RunningGateway gateway = new RunningGateway();

  @AfterAll
  static void end() {
    gateway.close();
  }

  @Test
  void a_user_is_found_by_id_and_by_login_with_who_is_in_charge_since_when_and_how()
      throws Exception {
    gateway.discover(MIRA, "mira", "mira@example.org");
    gateway.ledger.move("test", Change.migrated(MIRA, MovedBy.RESET));

    JsonNode byId = JsonMapper.shared().readTree(user(MIRA.value()).body());
    JsonNode byLogin = JsonMapper.shared().readTree(user("MIRA@example.org").body());

    assertThat(byLogin).isEqualTo(byId);
    assertThat(byId.path("id").stringValue()).isEqualTo(MIRA.value());
    assertThat(byId.path("state").stringValue()).isEqualTo("MIGRATED");
    assertThat(byId.path("systemOfRecord").stringValue()).isEqualTo("TARGET");
    assertThat(byId.path("since").stringValue()).isEqualTo("2026-02-03T04:05:06Z");
    assertThat(byId.path("by").stringValue()).isEqualTo("RESET");
  }

  @Test
  void a_rejected_user_is_shown_with_the_reason() throws Exception {
    UserId id = new UserId("id-of-a-rejected-one");
    gateway.discover(id, "rejected", "rejected@example.org");
    gateway.ledger.move("test", Change.rejected(id, "Two attributes have one name."));

    JsonNode json = JsonMapper.shared().readTree(user("rejected").body());

    assertThat(json.path("systemOfRecord").stringValue()).isEqualTo("SOURCE");
    assertThat(json.path("why").stringValue()).isEqualTo("Two attributes have one name.");
    assertThat(json.has("by")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a/b",
        "//double//",
        "100%",
        "%2F",
        "a%20b",
        "two words",
        "小林@例え.jp",
        "Ångström",
        "back\\slash",
        "semi;colon=1",
        "q?x=1#y",
        "+4930901820",
        "dot.",
        "😀"
      })
  void a_login_may_hold_any_character_once_it_is_encoded(String login) throws Exception {
    gateway.discover(new UserId("id of " + login), login, "e" + login.hashCode() + "@example.org");

    HttpResponse<String> answer = user(login);

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(JsonMapper.shared().readTree(answer.body()).path("username").stringValue())
        .isEqualTo(login);
  }

  @Test
  void when_several_have_one_login_the_first_is_shown_and_the_others_are_counted()
      throws Exception {
    gateway.discover(new UserId("id-1"), "twin-1", "twins@example.org");
    gateway.discover(new UserId("id-2"), "twin-2", "twins@example.org");

    JsonNode json = JsonMapper.shared().readTree(user("twins@example.org").body());

    assertThat(json.path("username").stringValue()).isEqualTo("twin-1");
    assertThat(json.path("othersWithThisLogin").intValue()).isEqualTo(1);
  }

  @Test
  void a_login_is_taken_at_the_source_while_anybody_who_has_it_has_not_moved() throws Exception {
    gateway.discover(new UserId("id-gone"), "gone", "shared@example.org");
    gateway.ledger.move("test", Change.gone(new UserId("id-gone")));
    assertThat(isTaken("gone")).isFalse();
    assertThat(isTaken("shared@example.org")).isFalse();

    gateway.discover(new UserId("id-waiting"), "waiting", "shared@example.org");
    assertThat(isTaken("waiting")).isTrue();
    assertThat(isTaken("SHARED@example.org")).as("whoever else had it").isTrue();
    gateway.ledger.move("test", Change.rejected(new UserId("id-waiting"), "made up"));
    assertThat(isTaken("waiting")).as("although rejected").isTrue();

    gateway.ledger.move("test", Change.migrated(new UserId("id-waiting"), MovedBy.PASSWORD));
    assertThat(isTaken("shared@example.org")).as("the target knows by itself").isFalse();
  }

  @Test
  void a_merged_profile_takes_no_login_and_frees_none_of_the_profile_that_moves_in_its_place()
      throws Exception {
    UserId merged = new UserId("id-merged");
    UserId linked = new UserId("id-linked");
    gateway.discover(merged, "Google_1234", "both@example.org");
    gateway.discover(linked, "linked", "both@example.org");
    gateway.ledger.move("test", Change.merged(merged, "id-linked moves in its place"));

    assertThat(isTaken("Google_1234")).isFalse();
    assertThat(isTaken("both@example.org")).as("of the linked profile, too").isTrue();
    assertThat(JsonMapper.shared().readTree(user("both@example.org").body()).path("username"))
        .as("the one to look at")
        .hasToString("\"linked\"");
    gateway.ledger.move("test", Change.migrated(linked, MovedBy.PASSWORD));
    assertThat(isTaken("both@example.org")).as("the target knows by itself").isFalse();
  }

  private static boolean isTaken(String login) throws Exception {
    return JsonMapper.shared().readTree(user(login).body()).path("takenAtSource").booleanValue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"nobody@example.org", " ", ".."})
  void nobody_is_404(String login) throws Exception {
    HttpResponse<String> answer = user(login);

    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
  }

  private static HttpResponse<String> user(String login) throws Exception {
    return gateway.get("/v1/users/" + UrlPath.encode(login));
  }
}
