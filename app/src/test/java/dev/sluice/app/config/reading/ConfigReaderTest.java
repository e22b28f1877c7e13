package dev.sluice.app.config.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.sluice.api.MigrationMode;
import dev.sluice.app.config.ConfigException;
import dev.sluice.app.config.SluiceConfig;
import dev.sluice.cognito.call.PasswordFlow;
import dev.sluice.cognito.call.Reading;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigReaderTest {
  private static final String FULL =
      """
      source:
        cognito:
          user-pool-id: eu-central-1_Zz98Yy76X
          region: eu-central-2
          endpoint: http://127.0.0.1:5055
          app-client-id: 7abcdef
          app-client-secret: ${env:CLIENT_SECRET}
          password-check: user
          requests-per-second: 12.5
          reading: one-chain
      target:
        keycloak:
          url: http://127.0.0.1:8181
          realm: members
          client-id: mover
          client-secret: ${env:KEYCLOAK_SECRET}
      mode: slow
      mapping:
        attributes:
          custom:plan: plan
          custom:old: drop
        groups:
          admins: /staff/admins
          plain: plain
        privileged-groups: [admins]
      ledger:
        url: jdbc:sqlite:records/l.db
      gateway:
        port: 7171
        url: https://gateway.example.org/sluice
        token: ${file:token}
      replicas:
        heartbeat: 45s
      sync:
        every: 90m
      """;
  private static final String TOKEN = "0123456789abcdef0123456789abcdef";

  @TempDir Path folder;

  @Test
  void everything_that_is_written_is_read() throws IOException {
    SluiceConfig config = read(FULL);
    assertThat(config.source().userPoolId()).isEqualTo("eu-central-1_Zz98Yy76X");
    assertThat(config.source().region()).isEqualTo("eu-central-2");
    assertThat(config.source().endpoint()).hasToString("http://127.0.0.1:5055");
    assertThat(config.source().appClientId()).isEqualTo("7abcdef");
    assertThat(config.source().appClientSecret()).isNotNull();
    assertThat(config.source().passwordFlow()).isEqualTo(PasswordFlow.USER);
    assertThat(config.source().requestsPerSecond()).isEqualTo(12.5);
    assertThat(config.source().reading()).isEqualTo(Reading.ONE_CHAIN);
    assertThat(config.target().name()).isEqualTo("keycloak");
    assertThat(config.target().values())
        .containsEntry("realm", "members")
        .containsEntry("client-secret", "keycloak-secret");
    assertThat(config.mode()).isEqualTo(MigrationMode.SLOW);
    assertThat(config.renames())
        .containsOnly(Map.entry("custom:plan", "plan"), Map.entry("custom:old", "drop"));
    assertThat(config.groups())
        .containsOnly(Map.entry("admins", "/staff/admins"), Map.entry("plain", "/plain"));
    assertThat(config.privilegedGroups()).containsExactly("admins");
    assertThat(config.gateway().port()).isEqualTo(7171);
    assertThat(config.gateway().bind()).isEqualTo("127.0.0.1");
    assertThat(config.gateway().url()).hasToString("https://gateway.example.org/sluice");
    assertThat(config.gateway().token().reveal()).isEqualTo(TOKEN);
    assertThat(config.replicas().heartbeat()).isEqualTo(Duration.ofSeconds(45));
    assertThat(config.sync().every()).contains(Duration.ofMinutes(90));
  }

  @Test
  void paths_begin_at_the_folder_of_the_file() throws IOException {
    assertThat(read(FULL).ledger().url().reveal())
        .isEqualTo("jdbc:sqlite:" + folder.resolve("records/l.db"));
  }

  @Test
  void what_is_left_out_has_the_documented_default() throws IOException {
    SluiceConfig config =
        read(
            """
            source:
              cognito:
                user-pool-id: eu-west-1_Ab12
                app-client-id: abc
            target:
              keycloak:
                url: http://127.0.0.1:8080
                realm: r
                client-id: c
                client-secret: s
            mode: bulk
            gateway:
              url: http://localhost:7070
              token: ${file:token}
            """);
    assertThat(config.mode()).isEqualTo(MigrationMode.BULK);
    assertThat(config.source().requestsPerSecond()).isEqualTo(20);
    assertThat(config.source().passwordFlow()).isEqualTo(PasswordFlow.ADMIN);
    assertThat(config.gateway().port()).isEqualTo(7070);
    assertThat(config.ledger().where()).endsWith(".sluice/ledger.db");
    assertThat(config.replicas().heartbeat()).isEqualTo(Duration.ofSeconds(15));
    assertThat(config.sync().every()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          app-client-id: 7abcdef          | app-cleint-id: 7abcdef      | line 6: source.cognito.app-cleint-id: is not a known key; did you mean "app-client-id"?
          app-client-id: 7abcdef          | app-cleint-id: 7abcdef      | line 2: source.cognito.app-client-id: is missing; expected an app client's id
          mode: slow                       | mode: hybird                 | line 17: mode: "hybird" is not right; expected one of bulk, hybrid, slow; did you mean "hybrid"?
          password-check: user            | password-check: spr         | line 8: source.cognito.password-check: "spr" is not right; expected one of admin, srp, user
          requests-per-second: 12.5       | requests-per-second: many   | line 9: source.cognito.requests-per-second: "many" is not right; expected a number
          user-pool-id: eu-central-1_Zz98Yy76X | user-pool-id: pool     | line 3: source.cognito.user-pool-id: "pool" is not right; expected a pool's id
          port: 7171                      | port: 70000                 | line 29: gateway.port: "70000" is not right; expected a whole number from 1 to 65535
          port: 7171                      | bind: 0.0.0.0               | line 29: gateway.bind: "0.0.0.0" can be reached from elsewhere
          url: https://gateway.example.org/sluice | url: http://gateway.example.org | expected an https:// address
          token: ${file:token}            | token: short                | line 31: gateway.token: the value is not right; expected a secret of at least 24 characters
          token: ${file:token}            | token: ${file:nowhere}      | line 31: gateway.token: there is no file
          token: ${file:token}            | token: ${env:NOT_SET}       | line 31: gateway.token: the environment variable NOT_SET is not set
          token: ${file:token}            | token: ${vault:x}           | ${vault:x} is not known; expected ${env:NAME} or ${file:PATH}
          token: ${file:token}            | ''                          | line 28: gateway.token: is missing
          url: jdbc:sqlite:records/l.db   | url: jdbc:oracle:x          | line 27: ledger.url: "jdbc:oracle:x" is not right; expected jdbc:sqlite:FILE
          keycloak:                       | keyclaok:                   | line 12: target.keyclaok: is not a known target; did you mean "keycloak"?
          realm: members                  | relam: members              | line 14: target.keycloak.relam: is not a known key; did you mean "realm"?
          heartbeat: 45s                  | heartbeat: often            | line 33: replicas.heartbeat: "often" is not right; expected a time from 200ms to 300s, such as 90s, 15m or 6h
          heartbeat: 45s                  | heartbeat: 10ms             | line 33: replicas.heartbeat: "10ms" is not right
          every: 90m                      | every: 90                   | sync.every: "90" is not right; expected a time from 1s to 2592000s
          heartbeat: 45s                  | hartbeat: 45s               | replicas.hartbeat: is not a known key; did you mean "heartbeat"?
          mode: slow                       | gateway: {}                 | this key is there twice; keep one
          mode: slow                       | 'mode: [slow]'               | line 17: mode: expected one value: one of bulk, hybrid, slow
          """)
  void a_mistake_is_told_with_its_line_and_what_was_expected(
      String right, String wrong, String message) {
    assertThatThrownBy(() -> read(FULL.replace(right, wrong)))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining(message);
  }

  @Test
  void all_mistakes_are_told_at_once_in_the_order_of_their_lines() {
    String broken =
        FULL.replace("mode: slow", "mode: quick")
            .replace("port: 7171", "port: none")
            .replace("reading: one-chain", "readnig: one-chain");
    ConfigException problem = catchThrowableOfType(ConfigException.class, () -> read(broken));
    assertThat(problem.problems()).hasSize(3);
    assertThat(problem).hasMessageContainingAll("has 3 mistakes", "line 10", "line 17", "line 29");
    assertThat(String.valueOf(problem.getMessage()).indexOf("line 10"))
        .isLessThan(String.valueOf(problem.getMessage()).indexOf("line 17"));
  }

  @Test
  void a_secret_is_never_printed() throws IOException {
    assertThat(read(FULL).toString())
        .doesNotContain("keycloak-secret", "client-secret-value", TOKEN);
    assertThatThrownBy(() -> read(FULL.replace("${file:token}", "tiny-secret")))
        .hasMessageNotContaining("tiny-secret");
  }

  @Test
  void a_value_from_the_environment_is_not_printed_when_it_is_wrong() {
    assertThatThrownBy(() -> read(FULL.replace("mode: slow", "mode: ${env:CLIENT_SECRET}")))
        .hasMessageContaining("mode: the value is not right")
        .hasMessageNotContaining("client-secret-value");
  }

  @Test
  void a_password_in_the_ledgers_address_is_masked() throws IOException {
    SluiceConfig config =
        read(
            FULL.replace(
                "jdbc:sqlite:records/l.db",
                "jdbc:postgresql://db/sluice?user=mover&password=hunter22&ssl=true"));
    assertThat(config.ledger().where())
        .isEqualTo("jdbc:postgresql://db/sluice?user=mover&password=****&ssl=true");
  }

  @Test
  void broken_yaml_is_told_with_its_line() {
    assertThatThrownBy(() -> read("source:\n  cognito: [1,\nway: slow"))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("line 3: not YAML");
  }

  @Test
  void an_empty_file_is_told_what_it_lacks() {
    assertThatThrownBy(() -> read("")).hasMessageContaining("expected keys such as source:");
  }

  @Test
  void a_file_that_is_not_there_is_told_how_to_make_one() {
    assertThatThrownBy(() -> new ConfigReader(Map.of()).read(folder.resolve("none.yaml")))
        .hasMessageContainingAll("There is no file", "sluice init");
  }

  private SluiceConfig read(String yaml) throws IOException {
    Files.writeString(folder.resolve("token"), TOKEN + "\n");
    Path file = Files.writeString(folder.resolve("sluice.yaml"), yaml);
    return new ConfigReader(
            Map.of("CLIENT_SECRET", "client-secret-value", "KEYCLOAK_SECRET", "keycloak-secret"))
        .read(file);
  }
}
