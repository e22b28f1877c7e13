package dev.sluice.targets.keycloak;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.api.target.OptionProblem;
import dev.sluice.api.target.TargetFactory;
import dev.sluice.contracts.target.TargetFactoryContract;
import dev.sluice.targets.keycloak.api.KeycloakOptions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class KeycloakTargetFactoryTest extends TargetFactoryContract {
  private final TargetFactory factory = new KeycloakTargetFactory();
  private final Map<String, String> good =
      Map.of(
          "url",
          "http://127.0.0.1:1/auth/",
          "realm",
          "customers",
          "client-id",
          "sluice",
          "client-secret",
          "made-up");

  @Override
  protected TargetFactory factory() {
    return factory;
  }

  @Override
  protected Map<String, String> goodValues() {
    return good;
  }

  @Test
  void a_slash_at_the_end_of_the_address_is_dropped() {
    assertThat(KeycloakOptions.from(good).url()).hasToString("http://127.0.0.1:1/auth");
  }

  @Test
  void one_realm_is_one_place_however_its_address_is_written() {
    assertThat(factory.place(with("url", "http://Login.Example.org:80/auth/")))
        .isEqualTo("realm customers of http://login.example.org/auth");
    assertThat(factory.place(with("url", "https://login.example.org:443")))
        .isEqualTo("realm customers of https://login.example.org");
    assertThat(factory.place(good)).isEqualTo("realm customers of http://127.0.0.1:1/auth");
    assertThat(factory.place(with("realm", "rehearsal")))
        .isEqualTo("realm rehearsal of http://127.0.0.1:1/auth");
    assertThat(factory.place(with("client-id", "another"))).isEqualTo(factory.place(good));
  }

  @Test
  void all_mistakes_are_told_together() {
    assertThat(problems(Map.of("url", "localhost:8080", "realm", "a/b")))
        .containsExactly(
            "url: \"localhost:8080\" is not right; expected an http:// or https:// address with a"
                + " host and without a query",
            "realm: \"a/b\" is not right; expected a name without a slash",
            "credentials are missing; expected client-id and client-secret, or admin-username and"
                + " admin-password");
  }

  @Test
  void two_kinds_of_credentials_are_one_too_many() {
    assertThat(problems(with("admin-username", "root")))
        .containsExactly(
            "admin-username: is one too many beside client-id; expected credentials of a client or"
                + " of an administrator, not of both");
  }

  @Test
  void half_of_a_pair_of_credentials_is_told_once_at_the_half_that_is_given() {
    assertThat(problems(with("client-secret", "")))
        .singleElement()
        .asString()
        .startsWith("client-id: needs client-secret; expected a value such as ${env:");
    assertThat(problems(with("client-id", "")))
        .singleElement()
        .asString()
        .startsWith("client-secret: needs client-id; expected a value such as sluice");
    Map<String, String> administrator = with("client-id", "");
    administrator.remove("client-secret");
    administrator.put("admin-password", "made-up");
    assertThat(problems(administrator))
        .singleElement()
        .asString()
        .startsWith("admin-password: needs admin-username; expected ");
  }

  @Test
  void two_batches_are_written_at_once_unless_told_otherwise() {
    assertThat(factory.open(good).describe().parallelism()).isEqualTo(2);
    assertThat(factory.open(with("batches-at-once", "1")).describe().parallelism()).isEqualTo(1);
    assertThat(problems(with("batches-at-once", "0")))
        .containsExactly(
            "batches-at-once: \"0\" is not right; expected a whole number from 1 to 8");
  }

  @Test
  void only_secrets_are_secret() {
    assertThat(factory.options())
        .filteredOn(option -> option.secret())
        .extracting(option -> option.key())
        .containsExactly("client-secret", "admin-password", "smtp-password");
  }

  @Test
  void a_mail_server_is_given_whole_or_not_at_all() {
    Map<String, String> homeless = with("smtp-from", "login@example.org");
    homeless.put("smtp-port", "25");
    assertThat(problems(homeless))
        .singleElement()
        .asString()
        .startsWith("smtp-port: needs smtp-host; expected a value such as smtp.example.org");
    Map<String, String> half = with("smtp-host", "smtp.example.org");
    half.put("smtp-port", "0");
    half.put("smtp-user", "mailer");
    half.put("smtp-security", "ssl");
    assertThat(problems(half))
        .hasSize(4)
        .anyMatch(problem -> problem.startsWith("smtp-host: needs smtp-from"))
        .anyMatch(problem -> problem.startsWith("smtp-port: \"0\""))
        .contains(
            "smtp-security: \"ssl\" is not right; expected one of starttls, tls, none",
            "smtp-user: needs smtp-password; expected both or neither");
  }

  @Test
  void clients_of_the_device_grant_are_a_list() {
    assertThat(KeycloakOptions.from(with("device-grant", "one, two,")).deviceGrant())
        .containsExactlyInAnyOrder("one", "two");
    assertThat(KeycloakOptions.from(good).deviceGrant()).isEmpty();
  }

  @Test
  void languages_are_told_one_by_one() {
    assertThat(problems(with("languages", "de, german, EN")))
        .containsExactly(
            "languages: \"german\" is not right; expected a language such as en, de or pt-BR",
            "languages: \"EN\" is not right; expected a language such as en, de or pt-BR");
  }

  private List<String> problems(Map<String, String> values) {
    return factory.problems(values).stream().map(OptionProblem::toString).toList();
  }

  private Map<String, String> with(String key, String value) {
    Map<String, String> values = new HashMap<>(good);
    values.put(key, value);
    return values;
  }
}
