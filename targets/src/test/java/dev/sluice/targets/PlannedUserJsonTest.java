package dev.sluice.targets;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.api.user.FirstPassword;
import dev.sluice.api.user.PlannedUser;
import dev.sluice.api.user.RequiredAction;
import dev.sluice.contracts.target.PlannedUserBuilder;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class PlannedUserJsonTest {
  private static final JsonMapper MAPPER = JsonMapper.shared();

  @Test
  void every_field_of_a_full_user_travels() {
    PlannedUser user =
        PlannedUserBuilder.full()
            .id("4f0e-sub")
            .username("ludmila")
            .enabled(false)
            .email("ludmila@example.org", true)
            .attributes(Map.of("plan", List.of("gold", "extra")))
            .obligations(RequiredAction.VERIFY_EMAIL, RequiredAction.SECOND_FACTOR)
            .createdAt(Instant.ofEpochMilli(1_551_675_967_089L))
            .build();

    assertThat(parsed(PlannedUserJson.of(user).toString()))
        .isEqualTo(
            parsed(
                """
                {"id":"4f0e-sub","username":"ludmila","enabled":false,
                 "email":"ludmila@example.org","emailVerified":true,
                 "phoneNumber":"+4930901820","phoneNumberVerified":true,
                 "givenName":"Ludmila","familyName":"Ångström-小林","createdAt":1551675967089,
                 "attributes":{"plan":["gold","extra"]},
                 "groups":["/staff/admins","/readers"],
                 "links":[{"provider":"google","userId":"10769150350006150715113082367",
                           "userName":"ludmila@example.org"}],
                 "password":"AT_FIRST_LOGIN","obligations":["SECOND_FACTOR","VERIFY_EMAIL"]}
                """));
  }

  @Test
  void what_a_user_does_not_have_is_left_out() {
    PlannedUser user =
        PlannedUserBuilder.plain()
            .id("4f0e-sub")
            .username("plain")
            .firstPassword(FirstPassword.MUST_RESET)
            .createdAt(Instant.ofEpochMilli(1))
            .build();

    assertThat(parsed(PlannedUserJson.of(user).toString()))
        .isEqualTo(
            parsed(
                """
                {"id":"4f0e-sub","username":"plain","enabled":true,"emailVerified":false,
                 "phoneNumberVerified":false,"createdAt":1,"attributes":{},"groups":[],
                 "links":[],"password":"MUST_RESET","obligations":[]}
                """));
  }

  @Test
  void a_link_of_a_user_without_email_is_named_by_the_id_there() {
    PlannedUser user = PlannedUserBuilder.plain().identity("AcmeSaml", "ada@acme.test").build();

    assertThat(parsed(PlannedUserJson.of(user).get("links").toString()))
        .isEqualTo(
            parsed(
                """
                [{"provider":"AcmeSaml","userId":"ada@acme.test","userName":"ada@acme.test"}]
                """));
  }

  @Test
  void social_providers_get_the_names_that_they_go_by() {
    assertThat(List.of("Google", "Facebook", "SignInWithApple", "LoginWithAmazon", "Acme-OIDC"))
        .extracting(name -> LinkAlias.of(name))
        .containsExactly("google", "facebook", "apple", "amazon", "Acme-OIDC");
  }

  private static JsonNode parsed(String json) {
    return MAPPER.readTree(json);
  }
}
