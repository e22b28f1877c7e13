package dev.sluice.cognito.user;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.api.user.ExternalIdentity;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
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
        .hasValue(
            List.of(
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

  @Test
  void an_empty_list_is_readable() {
    assertThat(Identities.in("[]")).hasValue(List.of());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "{}",
        "{\"a\":{\"userId\":\"u\",\"providerName\":\"p\",\"providerType\":\"t\"}}",
        "\"text\"",
        "[{",
        "[1]",
        "[null]",
        "[{\"providerName\":\"p\",\"providerType\":\"SAML\"}]",
        "[{\"userId\":\"\",\"providerName\":\"p\",\"providerType\":\"SAML\"}]",
        "[{\"userId\":{\"$gt\":1},\"providerName\":\"p\",\"providerType\":\"SAML\"}]",
        "[{\"userId\":\"u\",\"providerName\":\"p\",\"providerType\":\"t\",\"dateCreated\":\"now\"}]"
      })
  void what_cognito_does_not_write_is_not_readable(String json) {
    assertThat(Identities.in(json)).isEmpty();
  }
}
