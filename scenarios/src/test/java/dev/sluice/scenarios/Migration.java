package dev.sluice.scenarios;

import dev.sluice.app.Sluice;
import dev.sluice.servers.FreePort;
import dev.sluice.servers.MailBox;
import dev.sluice.servers.keycloak.KeycloakServer;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** One owner's migration: a directory with a sluice.yaml, a realm, and the commands. */
final class Migration implements AutoCloseable {
  static final String TOKEN = "made-up-gateway-token-0123456789abcdef";

  private final Path directory;
  private final KeycloakServer keycloak;
  private final String realm = Place.freshName("realm");
  private final int gatewayPort = FreePort.find();
  private final String ledgerUrl;
  private Optional<SluiceProcess> gateway = Optional.empty();

  Migration(Path directory, Pool pool, LedgerKind ledger, String mode) {
    this(directory, pool, ledger, mode, Place.shared().keycloak());
  }

  /** At another Keycloak than the shared one. */
  Migration(Path directory, Pool pool, LedgerKind ledger, String mode, KeycloakServer keycloak) {
    this(directory, pool, ledger, mode, keycloak, Map.of());
  }

  /** In a realm that sends its mails there. */
  Migration(Path directory, Pool pool, LedgerKind ledger, String mode, MailBox mailBox) {
    this(
        directory,
        pool,
        ledger,
        mode,
        Place.shared().keycloak(),
        Map.of(
            "smtp-host", "127.0.0.1",
            "smtp-port", mailBox.port(),
            "smtp-from", "login@example.org",
            "smtp-security", "none"));
  }

  private Migration(
      Path directory,
      Pool pool,
      LedgerKind ledger,
      String mode,
      KeycloakServer keycloak,
      Map<String, ?> mail) {
    this.directory = directory;
    this.keycloak = keycloak;
    this.ledgerUrl = ledger.url(directory);
    Map<String, Object> target = new HashMap<>(mail);
    target.put("url", keycloak.url().toString());
    target.put("realm", realm);
    target.put("admin-username", keycloak.adminUsername());
    target.put("admin-password", keycloak.adminPassword());
    pool.sluiceYaml()
        .cognito("password-check", pool.clientSecret().isPresent() ? "admin" : "user")
        .target("keycloak", target)
        .mode(mode)
        .ledger(ledgerUrl)
        .gateway(gatewayPort, TOKEN)
        .write(directory.resolve("sluice.yaml"));
  }

  String realm() {
    return realm;
  }

  Path directory() {
    return directory;
  }

  String ledgerUrl() {
    return ledgerUrl;
  }

  /** The ledger's own tables. */
  LedgerTables ledger() {
    return new LedgerTables(ledgerUrl);
  }

  /** Runs a command to its end. */
  Ran sluice(String... arguments) {
    return SluiceProcess.run(directory, arguments);
  }

  /** Starts a command. */
  SluiceProcess start(String... arguments) {
    return SluiceProcess.start(directory, arguments);
  }

  /** Runs a command that has to end well. */
  Ran mustDo(String... arguments) {
    Ran ran = sluice(arguments);
    if (ran.exitCode() != 0) {
      throw new AssertionError(String.join(" ", arguments) + " failed: " + ran);
    }
    return ran;
  }

  /**
   * Makes the realm ready as {@code sluice provision} does, but in this process, which is quick.
   */
  void provisionHere() {
    StringWriter said = new StringWriter();
    PrintWriter printer = new PrintWriter(said);
    int code =
        Sluice.run(
            printer,
            printer,
            "provision",
            "--execute",
            "--config",
            directory.resolve("sluice.yaml").toString());
    if (code != 0) {
      throw new AssertionError("provision ended with " + code + ": " + said);
    }
  }

  /** Starts the gateway and waits until it answers. */
  void serve() throws InterruptedException {
    SluiceProcess serving = start("serve");
    gateway = Optional.of(serving);
    GatewayHealth.await(URI.create("http://127.0.0.1:" + gatewayPort), serving);
  }

  void stopServing() {
    gateway.ifPresent(SluiceProcess::close);
    gateway = Optional.empty();
  }

  Login login(String login, String password) {
    return Login.at(keycloak.url(), realm, login, password);
  }

  /** What {@code sluice user} says of somebody, as JSON. */
  JsonNode user(String login) {
    return mustDo("user", login, "--json").json().path("users").path(0);
  }

  /**
   * What {@code sluice user} says of somebody once one of its fields has this value; Keycloak
   * reports what it has done after it has answered.
   */
  JsonNode userOnce(String field, String value, String login) throws InterruptedException {
    String letter = value.equals("FORCED") ? "O" : value.substring(0, 1);
    ledger().once(login, row -> letter.equals(field.equals("by") ? row.by() : row.state()));
    return user(login);
  }

  /** Ends the gateway and removes the realm, so that many scenarios fit into one Keycloak. */
  @Override
  public void close() {
    stopServing();
    KeycloakAdmin.of(keycloak).deleteRealm(realm);
  }
}
