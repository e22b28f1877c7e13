package dev.sluice.cognito.user;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.api.user.ExternalIdentity;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdentitiesTest {

  @Test
  void booleans_and_numbers_may_be_strings() {
    assertThat(
            Identities.in(
                """
                [{"userId":"u-7","providerName":"Acme SAML","providerType":"SAML",
                  "issuer":"https://idp.example.org","primary":"true","dateCreated":"1112345678901"},
                 {"userId":88,"providerName":"Facebook","providerType":"Facebook",
                  "primary":false,"dateCreated":1112345678902}]
                """))
        .isEqualTo(
            whole(
                new ExternalIdentity(
                    "Acme SAML",
                    "SAML",
                    "u-7",
                    "https://idp.example.org",
                    true,
                    Instant.ofEpochMilli(1112345678901L)),
                new ExternalIdentity(
                    "Facebook",
                    "Facebook",
                    "88",
                    null,
                    false,
                    Instant.ofEpochMilli(1112345678902L))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "null", " null ", "[]", "{}"})
  void no_identity_is_readable_however_it_is_written(String json) {
    assertThat(Identities.in(json)).isEqualTo(whole());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "1612345678901.0 | 2021-02-03T09:47:58.901Z",
        "1.612345678901E12 | 2021-02-03T09:47:58.901Z",
        "1612345678901 | 2021-02-03T09:47:58.901Z",
        "\"1612345678901\" | 2021-02-03T09:47:58.901Z",
        "\" 1612345678901.7 \" | 2021-02-03T09:47:58.901Z",
        "1612345678 | 2021-02-03T09:47:58Z",
        "\"2021-02-03T09:47:58Z\" | 2021-02-03T09:47:58Z",
        "\"2021-02-03T09:47:58.901Z\" | 2021-02-03T09:47:58.901Z",
        "\"2021-02-03T09:47:58.901+0000\" | 2021-02-03T09:47:58.901Z",
        "\"2021-02-03T10:47:58+01:00\" | 2021-02-03T09:47:58Z",
        "\"2021-02-03 09:47:58\" | 2021-02-03T09:47:58Z",
        "\"2021-02-03\" | 2021-02-03T00:00:00Z",
        "null | -",
        "\"\" | -",
        "\"now\" | -",
        "true | -",
        "{} | -",
        "1e999 | -",
        "99999999999999999999999 | -"
      })
  void a_date_is_read_as_it_is_written_in_the_field_and_done_without_where_it_is_none(
      String date, @Nullable Instant linked) {
    assertThat(
            Identities.in(
                "[{\"userId\":\"u\",\"providerName\":\"p\",\"providerType\":\"SAML\",\"dateCreated\":%s}]"
                    .formatted(date)))
        .isEqualTo(whole(new ExternalIdentity("p", "SAML", "u", null, false, linked)));
  }

  @Test
  void what_is_not_needed_is_not_demanded() {
    assertThat(
            Identities.in(
                """
                [{"userId":112345678901234567890,"providerName":"Google","providerType":null,
                  "primary":"TRUE","issuer":{},"more":[1,{"a":null}]},
                 {"userId":42.0,"providerName":"acme"}]
                """))
        .isEqualTo(
            whole(
                new ExternalIdentity("Google", "Google", "112345678901234567890", null, true, null),
                new ExternalIdentity("acme", "OIDC", "42", null, false, null)));
  }

  @Test
  void one_identity_alone_needs_no_list() {
    assertThat(Identities.in("{\"userId\":\"u\",\"providerName\":\"p\",\"providerType\":\"SAML\"}"))
        .isEqualTo(whole(new ExternalIdentity("p", "SAML", "u", null, false, null)));
  }

  private static Identities.Found whole(ExternalIdentity... identities) {
    return new Identities.Found(List.of(identities), true);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"a\":{\"userId\":\"u\",\"providerName\":\"p\",\"providerType\":\"t\"}}",
        "\"text\"",
        "[{",
        "[1]",
        "[null]",
        "[{\"providerName\":\"p\",\"providerType\":\"SAML\"}]",
        "[{\"userId\":\"\",\"providerName\":\"p\",\"providerType\":\"SAML\"}]",
        "[{\"userId\":{\"$gt\":1},\"providerName\":\"p\",\"providerType\":\"SAML\"}]",
        "[{\"userId\":1e999,\"providerName\":\"p\",\"providerType\":\"SAML\"}]"
      })
  void what_cognito_does_not_write_is_not_readable(String json) {
    assertThat(Identities.in(json)).isEqualTo(new Identities.Found(List.of(), false));
  }
}
