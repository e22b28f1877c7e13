package dev.sluice.keycloak.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Who has to act before logging in is told what to do, in a language that the jar has, where the
 * operator has chosen that refusals are explained.
 */
class WhatToDoNextTest {
  private static final FakeGateway GATEWAY = new FakeGateway();
  private static final TestRealm REALM =
      new TestRealm(LiveKeycloak.REST, GATEWAY, "hybrid")
          .speaking("de", "es", "fr")
          .choosing("refusals", "explained");
  private static final String PASSWORD = "Old-Passw0rd-5";

  private final String id = UUID.randomUUID().toString();
  private final String name = "ida-" + id;
  private final ObjectNode person = People.person(id, name);

  @AfterAll
  static void stop() {
    GATEWAY.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en | reset-required             | You need a new password before you can log in",
        "de | reset-required             | Sie brauchen ein neues Passwort",
        "es | reset-required             | Necesita una contraseña nueva antes de entrar",
        "fr | reset-required             | Il vous faut un nouveau mot de passe",
        "en | not-confirmed              | the link in the email also confirms your address",
        "de | not-confirmed              | bestätigt auch Ihre Adresse",
        "es | not-confirmed              | confirma también su dirección",
        "fr | not-confirmed              | confirme aussi votre adresse",
        "en | temporary-password-expired | Your temporary password has expired",
        "de | temporary-password-expired | Ihr vorläufiges Passwort ist abgelaufen",
        "es | temporary-password-expired | Su contraseña provisional ha caducado",
        "fr | temporary-password-expired | Votre mot de passe provisoire a expiré"
      })
  void a_refusal_that_its_user_can_end_says_how(String language, String reason, String told)
      throws Exception {
    REALM.bring(person);
    GATEWAY.answers(name, 200, "{\"verdict\":\"refused\",\"reason\":\"%s\"}".formatted(reason));

    Browser browser = login(language);

    assertThat(browser.text()).contains(told).doesNotContain("sluice");
    assertThat(browser.link("reset-credentials")).isNotNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en | We cannot check your password at the moment",
        "de | Wir können Ihr Passwort gerade nicht prüfen",
        "es | No podemos comprobar su contraseña en este momento",
        "fr | Nous ne pouvons pas vérifier votre mot de passe"
      })
  void an_outage_is_told_as_one(String language, String told) throws Exception {
    REALM.bring(person);
    GATEWAY.answers(name, 503, "{\"verdict\":\"none\",\"reason\":\"source-unavailable\"}");

    assertThat(login(language).text()).contains(told).doesNotContain("sluice");
  }

  @Test
  void somebody_who_was_not_imported_yet_is_told_as_well() throws Exception {
    GATEWAY.answers(name, 200, "{\"verdict\":\"refused\",\"reason\":\"not-confirmed\"}");

    assertThat(login("en").text()).contains("Your sign-up was never confirmed");
  }

  @Test
  void a_temporary_password_leads_to_the_form_for_a_new_one_and_then_in() throws Exception {
    REALM.bring(person);
    GATEWAY.knows(name, PASSWORD, person.toString(), "NEW_PASSWORD");

    Browser browser = login("en");
    assertThat(browser.text()).contains("password-new", "password-confirm");
    browser.submit(Map.of("password-new", "Brand-new-77", "password-confirm", "Brand-new-77"));

    assertThat(browser.isLoggedIn()).isTrue();
    assertThat(TestRealm.subject(REALM.login(name, "Brand-new-77"))).isEqualTo(id);
    assertThat(GATEWAY.asked(name)).hasSize(1);
  }

  private Browser login(String language) throws Exception {
    return new Browser(LiveKeycloak.SERVER, REALM, language)
        .submit(Map.of("username", name, "password", PASSWORD));
  }
}
