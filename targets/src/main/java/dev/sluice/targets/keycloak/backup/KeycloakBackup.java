package dev.sluice.targets.keycloak.backup;

import dev.sluice.api.target.TargetException;
import dev.sluice.api.target.backup.BackupContents;
import dev.sluice.api.target.backup.BackupSink;
import dev.sluice.api.target.backup.BackupSource;
import dev.sluice.api.target.provision.Readiness;
import dev.sluice.targets.http.Answer;
import dev.sluice.targets.http.TroubleException;
import dev.sluice.targets.http.UrlPath;
import dev.sluice.targets.keycloak.api.KeycloakApi;
import dev.sluice.targets.keycloak.api.KeycloakOptions;
import java.time.Duration;
import java.time.InstantSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Backs up a realm in the format of {@code kc.sh export --dir DIR --users different_files}. Users
 * are read first, so that the realm includes the groups and clients created for them in the
 * meantime.
 */
public final class KeycloakBackup implements BackupSource {
  private static final String BACKUP = "/sluice/backup";
  private static final int PAGE = 500;

  /** A generous timeout, because a realm with tens of thousands of groups is one answer. */
  private static final Duration TIMEOUT = Duration.ofMinutes(10);

  private final KeycloakOptions options;
  private final BackupPatience backupPatience;

  public KeycloakBackup(KeycloakOptions options, BackupPatience backupPatience) {
    this.options = options;
    this.backupPatience = backupPatience;
  }

  private KeycloakApi open() {
    return new KeycloakApi(options, InstantSource.system(), TIMEOUT);
  }

  @Override
  public BackupContents contents() {
    try (KeycloakApi api = open()) {
      Answer answer = api.get(api.realm(BACKUP));
      if (answer.missing()) {
        throw new TargetException(whatIsMissing(api));
      }
      JsonNode contents = answer.expectOk().body();
      return new BackupContents(
          contents.path("realm").asString(options.realm()),
          contents.path("keycloak").asString("?"),
          contents.path("users").asLong(0) + contents.path("federatedUsers").asLong(0));
    } catch (TroubleException e) {
      throw e.asTargetException();
    }
  }

  private String whatIsMissing(KeycloakApi api) {
    return switch (new KeycloakCheck(api, options.realm()).run()) {
      case Readiness.NotReady(String problem, String remedy) -> problem + " " + remedy;
      case Readiness.Ready(String version) ->
          "Sluice's extension in Keycloak cannot make backups yet ("
              + version
              + "): replace sluice-keycloak-extension-*.jar in Keycloak's providers/ with this"
              + " version's, run `kc.sh build` and restart.";
    };
  }

  @Override
  public void read(BackupSink sink) {
    try (KeycloakApi api = open()) {
      NamesInUse names = new NamesInUse();
      readUsers(api, "users", "users", names, sink);
      readUsers(api, "federated-users", "federatedUsers", names, sink);
      JsonNode realm = get(api, "/realm");
      names.requireAll(realm);
      sink.file(options.realm() + "-realm.json", bytes(realm), 0);
    }
  }

  private void readUsers(
      KeycloakApi api, String kind, String field, NamesInUse names, BackupSink sink) {
    JsonNode page = get(api, path(kind, ""));
    for (int file = 0; !page.path(field).isEmpty(); file++) {
      JsonNode users = page.path(field);
      names.see(users);
      String name = "%s-%s-%d.json".formatted(options.realm(), kind, file);
      sink.file(name, bytes(page), users.size());
      page = get(api, path(kind, users.path(users.size() - 1).path("id").asString("")));
    }
  }

  private static String path(String kind, String after) {
    return "/" + kind + "?max=" + PAGE + "&after=" + UrlPath.encode(after);
  }

  private JsonNode get(KeycloakApi api, String path) {
    return backupPatience.with(() -> api.get(api.realm(BACKUP + path))).expectOk().body();
  }

  private static byte[] bytes(JsonNode document) {
    return JsonMapper.shared().writeValueAsBytes(document);
  }
}
