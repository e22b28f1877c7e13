package dev.sluice.targets.fusionauth.users;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.api.user.FirstPassword;
import dev.sluice.contracts.target.PlannedUserBuilder;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.node.ObjectNode;

/** What a user is at FusionAuth. */
class UserJsonTest {
  private static final UUID SHOP = UUID.fromString("3c219e58-ed0e-4b18-ad48-f4f92793ae32");

  private static ObjectNode json(PlannedUserBuilder user) {
    return UserJson.of(user.build(), List.of(SHOP));
  }

  @Test
  void what_fusionauth_takes_for_granted_in_an_import_is_said() {
    ObjectNode user = json(PlannedUserBuilder.plain().email("ada@example.org", true));

    assertThat(user.path("active").asBoolean()).isTrue();
    assertThat(user.path("verified").asBoolean()).isTrue();
    assertThat(user.path("registrations").path(0).path("applicationId").asString())
        .isEqualTo(SHOP.toString());
    assertThat(user.path("registrations").path(0).path("verified").asBoolean()).isTrue();
    assertThat(json(PlannedUserBuilder.plain().enabled(false)).path("active").asBoolean(true))
        .isFalse();
    assertThat(user.has("password")).isFalse();
  }

  @Test
  void the_same_login_is_not_given_twice() {
    ObjectNode byEmail =
        json(PlannedUserBuilder.plain().username("Ada@e.org").email("ada@e.org", true));
    ObjectNode byPhone =
        json(PlannedUserBuilder.plain().username("+4930901820").phoneNumber("+4930901820", true));
    ObjectNode byName =
        json(PlannedUserBuilder.plain().username("ada").phoneNumber("+4930901820", false));

    assertThat(byEmail.has("username")).isFalse();
    assertThat(byPhone.has("username")).isFalse();
    assertThat(byPhone.path("phoneNumber").asString()).isEqualTo("+4930901820");
    assertThat(byName.path("username").asString()).isEqualTo("ada");
    assertThat(byName.has("phoneNumber")).isFalse();
    assertThat(byName.path("mobilePhone").asString()).isEqualTo("+4930901820");
  }

  @Test
  void every_attribute_is_in_data_as_text_and_has_a_field_where_there_is_one() {
    ObjectNode user =
        json(
            PlannedUserBuilder.plain()
                .attributes(
                    Map.of(
                        "level", List.of("7"),
                        "tags", List.of("a", "b"),
                        "birthdate", List.of("1815-12-10"),
                        "zoneinfo", List.of("Europe/Prague"),
                        "locale", List.of("cs-CZ"),
                        "middle_name", List.of("King"),
                        "picture", List.of("https://pictures.example.org/7"),
                        "name", List.of("Ada L."))));

    assertThat(user.path("data").path("level").isString()).isTrue();
    assertThat(user.path("data").path("tags").toString()).isEqualTo("[\"a\",\"b\"]");
    assertThat(user.path("data").path("locale").asString()).isEqualTo("cs-CZ");
    assertThat(user.path("birthDate").asString()).isEqualTo("1815-12-10");
    assertThat(user.path("timezone").asString()).isEqualTo("Europe/Prague");
    assertThat(user.path("preferredLanguages").toString()).isEqualTo("[\"cs_CZ\"]");
    assertThat(user.path("middleName").asString()).isEqualTo("King");
    assertThat(user.path("imageUrl").asString()).isEqualTo("https://pictures.example.org/7");
    assertThat(user.path("fullName").asString()).isEqualTo("Ada L.");
  }

  @Test
  void what_a_field_cannot_take_stays_in_data_alone() {
    ObjectNode user =
        json(
            PlannedUserBuilder.plain()
                .attributes(
                    Map.of(
                        "birthdate", List.of("long ago"),
                        "zoneinfo", List.of("Mars/North"),
                        "locale", List.of("???"),
                        "picture", List.of("{\"url\":\"https://pictures.example.org/7\"}"),
                        "name", List.of("n".repeat(300)))));

    assertThat(user.propertyNames())
        .doesNotContain("birthDate", "timezone", "preferredLanguages", "imageUrl", "fullName");
    assertThat(user.path("data").propertyNames())
        .contains("birthdate", "zoneinfo", "locale", "picture", "name");
  }

  @ParameterizedTest
  @CsvSource({"de,de", "de-AT,de_AT", "pt_BR,pt_BR", "EN-us,en_US", "zh-Hant-TW,''", "x y,''"})
  void a_language_is_written_as_fusionauth_does(String text, String language) {
    assertThat(ProfileFields.language(text)).isEqualTo(language);
  }

  @Test
  void how_somebody_comes_by_a_password_is_told() {
    ObjectNode mustReset = json(PlannedUserBuilder.plain().firstPassword(FirstPassword.MUST_RESET));
    ObjectNode awaits =
        json(PlannedUserBuilder.plain().firstPassword(FirstPassword.AT_FIRST_LOGIN));

    assertThat(mustReset.path("passwordChangeRequired").asBoolean()).isTrue();
    assertThat(awaits.has("passwordChangeRequired")).isFalse();
    assertThat(awaits.path("data").path("sluice_first_password").asString())
        .isEqualTo("AT_FIRST_LOGIN");
  }
}
