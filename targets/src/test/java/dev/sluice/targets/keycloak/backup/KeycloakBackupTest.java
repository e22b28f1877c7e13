package dev.sluice.targets.keycloak.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.api.Secret;
import dev.sluice.api.target.TargetException;
import dev.sluice.api.target.backup.BackupContents;
import dev.sluice.targets.keycloak.HttpStub;
import dev.sluice.targets.keycloak.HttpStub.Reply;
import dev.sluice.targets.keycloak.api.AdminCredentials;
import dev.sluice.targets.keycloak.api.KeycloakOptions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a backup does when Keycloak is not as it should be. */
class KeycloakBackupTest {
  private static final String BACKUP = "GET /admin/realms/customers/sluice/backup";

  private final HttpStub keycloak =
      HttpStub.keycloak()
          .on(
              BACKUP,
              Reply.of(
                  200,
                  "{\"realm\":\"customers\",\"keycloak\":\"26.7.3\",\"users\":3,\"federatedUsers\":1}"))
          .on(BACKUP + "/realm", Reply.of(200, realm("/staff", "app")))
          .on(BACKUP + "/federated-users", Reply.of(200, "{\"federatedUsers\":[]}"))
          .on(
              BACKUP + "/users",
              pages(user("a", "/staff") + "," + user("b", "/staff"), user("c", "/staff"), ""));
  private final List<Duration> waits = new ArrayList<>();
  private final KeycloakBackup backup =
      new KeycloakBackup(
          new KeycloakOptions(
              keycloak.url(),
              "customers",
              new AdminCredentials.Administrator("root", new Secret("made-up-7!"))),
          new BackupPatience(waits::add));

  @AfterEach
  void close() {
    keycloak.close();
  }

  @Test
  void files_are_named_as_keycloak_names_them_and_the_realm_comes_last() {
    assertThat(backup.contents()).isEqualTo(new BackupContents("customers", "26.7.3", 4));
    assertThat(read())
        .containsExactly(
            "customers-users-0.json: 2", "customers-users-1.json: 1", "customers-realm.json: 0");
    assertThat(waits).isEmpty();
  }

  @Test
  void a_keycloak_that_restarts_meanwhile_is_waited_for() {
    AtomicInteger calls = new AtomicInteger();
    keycloak.on(
        BACKUP + "/realm",
        _ ->
            calls.incrementAndGet() < 3
                ? new Reply(503, "", Map.of("Retry-After", "17"))
                : Reply.of(200, realm("/staff", "app")));
    assertThat(read()).hasSize(3);
    assertThat(waits).containsExactly(Duration.ofSeconds(17), Duration.ofSeconds(17));
  }

  @Test
  void a_keycloak_that_stays_away_is_told() {
    keycloak.on(BACKUP + "/realm", Reply.of(503, ""));
    assertThatThrownBy(this::read)
        .isInstanceOf(TargetException.class)
        .hasMessageContaining("still starting");
    assertThat(waits).hasSize(5);
    keycloak.close();
    assertThatThrownBy(backup::contents)
        .isInstanceOf(TargetException.class)
        .hasMessageContaining("cannot be reached");
  }

  @Test
  void who_may_not_have_it_is_told_which_role_is_missing() {
    keycloak.on(BACKUP, Reply.of(403, "{}"));
    assertThatThrownBy(backup::contents)
        .isInstanceOf(TargetException.class)
        .hasMessageContaining("does not allow administrator \"root\"")
        .hasMessageContaining("realm-admin");
  }

  @Test
  void a_server_whose_owner_forbids_backups_is_quoted() {
    keycloak.on(BACKUP, Reply.of(409, "{\"error\":\"Backups are switched off\"}"));
    assertThatThrownBy(backup::contents)
        .isInstanceOf(TargetException.class)
        .hasMessageContaining("Backups are switched off");
  }

  @Test
  void an_extension_without_backups_is_told_from_none() {
    keycloak.on(BACKUP, Reply.of(404, "{}"));
    assertThatThrownBy(backup::contents)
        .isInstanceOf(TargetException.class)
        .hasMessageContaining("cannot make backups yet (Keycloak 26.7.3, extension 0.1.0)")
        .hasMessageContaining("replace sluice-keycloak-extension-*.jar");
    keycloak.on("GET /admin/realms/customers/sluice/version", Reply.of(404, "{}"));
    assertThatThrownBy(backup::contents)
        .isInstanceOf(TargetException.class)
        .hasMessageContaining("does not have Sluice's extension");
  }

  @Test
  void a_group_or_client_that_went_away_meanwhile_spoils_the_backup() {
    keycloak.on(BACKUP + "/realm", Reply.of(200, realm("/other", "app")));
    assertThatThrownBy(this::read)
        .isInstanceOf(TargetException.class)
        .hasMessageContaining("The group /staff was removed or renamed");

    keycloak.on(BACKUP + "/realm", Reply.of(200, realm("/staff", "other")));
    keycloak.on(BACKUP + "/users", pages(user("a", "/staff"), ""));
    assertThatThrownBy(this::read)
        .isInstanceOf(TargetException.class)
        .hasMessageContaining("The client app was removed or renamed");
  }

  private List<String> read() {
    List<String> files = new ArrayList<>();
    backup.read((name, content, users) -> files.add(name + ": " + users));
    return files;
  }

  /** One page after the other, and again from the first. */
  private static Function<HttpStub.Request, Reply> pages(String... pages) {
    AtomicInteger calls = new AtomicInteger();
    return _ ->
        Reply.of(200, "{\"users\":[" + pages[calls.getAndIncrement() % pages.length] + "]}");
  }

  private static String user(String id, String group) {
    return "{\"id\":\"%s\",\"groups\":[\"%s\"],\"clientRoles\":{\"app\":[\"r\"]}}"
        .formatted(id, group);
  }

  private static String realm(String group, String client) {
    return "{\"groups\":[{\"path\":\"/all\",\"subGroups\":[{\"path\":\"%s\"}]}],\"clients\":[{\"clientId\":\"%s\"}]}"
        .formatted(group, client);
  }
}
