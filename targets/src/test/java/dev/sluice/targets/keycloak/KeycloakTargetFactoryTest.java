package dev.sluice.targets.keycloak;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.api.target.TargetFactory;
import dev.sluice.contracts.target.TargetFactoryContract;
import dev.sluice.targets.keycloak.api.KeycloakOptions;
import java.util.HashMap;
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
    assertThat(factory.problems(Map.of("url", "localhost:8080", "realm", "a/b")))
        .hasSize(3)
        .anyMatch(problem -> problem.startsWith("url: \"localhost:8080\""))
        .anyMatch(problem -> problem.startsWith("realm: \"a/b\""))
        .anyMatch(problem -> problem.contains("neither is there"));
  }

  @Test
  void two_kinds_of_credentials_are_one_too_many() {
    assertThat(factory.problems(with("admin-username", "root")))
        .singleElement()
        .asString()
        .contains("both are there");
  }

  @Test
  void half_of_a_pair_of_credentials_is_told() {
    assertThat(factory.problems(with("client-secret", "")))
        .containsExactly("client-secret: is missing or empty.");
  }

  @Test
  void two_batches_are_written_at_once_unless_told_otherwise() {
    assertThat(factory.open(good).describe().parallelism()).isEqualTo(2);
    assertThat(factory.open(with("batches-at-once", "1")).describe().parallelism()).isEqualTo(1);
    assertThat(factory.problems(with("batches-at-once", "0")))
        .containsExactly("batches-at-once: \"0\" is no number from 1 to 8.");
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
    assertThat(factory.problems(with("smtp-from", "login@example.org")))
        .containsExactly("smtp-from: has no use without smtp-host.");
    Map<String, String> half = with("smtp-host", "smtp.example.org");
    half.put("smtp-port", "0");
    half.put("smtp-user", "mailer");
    half.put("smtp-security", "ssl");
    assertThat(factory.problems(half))
        .hasSize(4)
        .anyMatch(problem -> problem.startsWith("smtp-from: is missing"))
        .anyMatch(problem -> problem.startsWith("smtp-port: \"0\""))
        .anyMatch(problem -> problem.startsWith("smtp-security: "))
        .anyMatch(problem -> problem.startsWith("smtp-user, smtp-password: "));
  }

  @Test
  void clients_of_the_device_grant_are_a_list() {
    assertThat(KeycloakOptions.from(with("device-grant", "one, two,")).deviceGrant())
        .containsExactlyInAnyOrder("one", "two");
    assertThat(KeycloakOptions.from(good).deviceGrant()).isEmpty();
  }

  private Map<String, String> with(String key, String value) {
    Map<String, String> values = new HashMap<>(good);
    values.put(key, value);
    return values;
  }
}
