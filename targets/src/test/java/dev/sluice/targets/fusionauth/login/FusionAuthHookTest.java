package dev.sluice.targets.fusionauth.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.api.target.login.AskedLogin;
import dev.sluice.api.target.login.HookReply;
import dev.sluice.api.target.login.LoginHook;
import dev.sluice.api.user.FirstPassword;
import dev.sluice.api.user.PlannedUser;
import dev.sluice.api.user.RequiredAction;
import dev.sluice.contracts.fusionauth.FakeFusionAuth;
import dev.sluice.contracts.target.PlannedUserBuilder;
import dev.sluice.targets.fusionauth.Fakes;
import dev.sluice.targets.fusionauth.api.FusionAuthApi;
import dev.sluice.targets.fusionauth.api.FusionAuthOptions;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class FusionAuthHookTest {
  private static final String ID = "c4f1e0d2-0001-4a5b-8c6d-7e8f90a1b2c3";
  private static final String ASKED =
      """
      {"applicationId": "d37b1de2-a7ec-4c36-ad85-959402cd3fb9",
       "eventInfo": {"deviceName": "macOS Safari", "deviceType": "BROWSER",
                     "ipAddress": "192.0.2.17", "userAgent": "a browser"},
       "loginId": "mira@example.org", "newDevice": false, "noJWT": false, "password": "swordfish"}
      """;

  private final FakeFusionAuth fusionAuth = FakeFusionAuth.start();

  @AfterEach
  void end() {
    fusionAuth.close();
  }

  @Test
  void what_a_connector_sends_is_read() {
    AskedLogin asked = hook().read(bytes(ASKED));

    assertThat(asked.login()).isEqualTo("mira@example.org");
    assertThat(asked.password().reveal()).isEqualTo("swordfish");
    assertThat(asked.ip()).isEqualTo("192.0.2.17");
    assertThat(asked.userAgent()).isEqualTo("a browser");
    assertThat(asked.application()).isEqualTo("d37b1de2-a7ec-4c36-ad85-959402cd3fb9");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "swordfish",
        "[\"swordfish\"]",
        "{\"loginId\":\"mira\",\"password\":[\"swordfish\"]}",
        "{\"loginId\":\"mira\",\"password\":\"\",\"oneTimePassword\":\"swordfish\"}",
        "{\"loginId\":7,\"password\":\"swordfish\"}",
        "{\"password\":\"swordfish\"}",
        "{\"loginId\":\"mira\",\"password\":\"swordfish\"",
      })
  void what_cannot_be_read_is_refused_and_not_repeated(String body) {
    assertThatThrownBy(() -> hook().read(bytes(body)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageNotContaining("swordfish");
  }

  @ParameterizedTest
  @CsvSource({"' mira\t', mira", "' ', ''", "'', ''", "'mira lee', mira lee"})
  void whatever_a_stranger_has_typed_is_a_login_without_the_blanks_around_it(
      String typed, String login) {
    assertThat(
            hook()
                .read(
                    bytes(
                        "{\"loginId\":\"%s\",\"password\":\"swordfish\"}"
                            .formatted(typed.replace("\t", "\\t"))))
                .login())
        .isEqualTo(login);
  }

  @Test
  void a_yes_is_a_user_as_fusionauth_describes_one() throws Exception {
    String application = fusionAuth.addApplication("shop");

    JsonNode user = yes(hook(UUID.fromString(application)), mira().groups("/staff").build());

    assertThat(user.path("id").asString()).isEqualTo(ID);
    assertThat(user.path("verified").asBoolean()).isTrue();
    assertThat(user.path("active").asBoolean()).isTrue();
    assertThat(user.at("/data/plan").asString()).isEqualTo("gold");
    assertThat(user.at("/registrations/0/applicationId").asString()).isEqualTo(application);
    assertThat(user.at("/memberships/0/groupId").asString())
        .isEqualTo(fusionAuth.groups().getFirst().path("id").asString());
    assertThat(user.has("password")).isFalse();
    assertThat(user.path("passwordChangeRequired").asBoolean()).isFalse();
    importOf(user);
  }

  @Test
  void a_group_that_was_removed_since_the_last_yes_is_made_anew() throws Exception {
    LoginHook hook = hook();
    yes(hook, mira().groups("/staff").build());
    fusionAuth.removeGroup(fusionAuth.groups().getFirst().path("id").asString());

    JsonNode user = yes(hook, mira().groups("/staff").build());

    assertThat(user.at("/memberships/0/groupId").asString())
        .isEqualTo(fusionAuth.groups().getFirst().path("id").asString());
  }

  @Test
  void a_temporary_password_is_to_be_changed() {
    JsonNode user = yes(hook(), mira().obligations(RequiredAction.NEW_PASSWORD).build());

    assertThat(user.path("passwordChangeRequired").asBoolean()).isTrue();
  }

  @Test
  void where_no_application_is_set_the_user_is_registered_for_the_one_that_asks() {
    JsonNode user = yes(hook(), mira().build());

    assertThat(user.at("/registrations/0/applicationId").asString())
        .isEqualTo("d37b1de2-a7ec-4c36-ad85-959402cd3fb9");
  }

  @Test
  void a_no_is_404_without_a_word_and_nothing_proven_is_no_answer() {
    assertThat(hook().no()).isEqualTo(new HookReply.Answer(404, ""));
    assertThat(hook().nothingProven()).isInstanceOf(HookReply.Silence.class);
  }

  private LoginHook hook(UUID... applications) {
    FusionAuthOptions options = Fakes.options(fusionAuth, applications);
    return Fakes.target(options).hook().orElseThrow();
  }

  private static PlannedUserBuilder mira() {
    return PlannedUserBuilder.plain()
        .id(ID)
        .username("mira")
        .email("mira@example.org", true)
        .attributes(Map.of("plan", List.of("gold")))
        .firstPassword(FirstPassword.AT_FIRST_LOGIN);
  }

  private static JsonNode yes(LoginHook hook, PlannedUser user) {
    HookReply reply = hook.yes(hook.read(bytes(ASKED)), user);
    assertThat(reply).isInstanceOf(HookReply.Answer.class);
    HookReply.Answer answer = (HookReply.Answer) reply;
    assertThat(answer.status()).isEqualTo(200);
    return JsonMapper.shared().readTree(answer.json()).path("user");
  }

  /** An import takes users of the same description, which the fake holds it against. */
  private void importOf(JsonNode user) throws Exception {
    ObjectNode request = JsonMapper.shared().createObjectNode();
    request.putArray("users").add(user);
    try (FusionAuthApi api = new FusionAuthApi(Fakes.options(fusionAuth))) {
      assertThat(api.post("/api/user/import", request).ok()).isTrue();
    }
    assertThat(fusionAuth.violations()).isEmpty();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
