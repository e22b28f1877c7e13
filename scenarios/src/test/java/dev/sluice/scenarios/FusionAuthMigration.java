package dev.sluice.scenarios;

import dev.sluice.contracts.fusionauth.FakeFusionAuth;
import dev.sluice.servers.FreePort;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A migration into a fake FusionAuth: a directory with a sluice.yaml, and the commands. */
record FusionAuthMigration(Path directory, FakeFusionAuth fake, String application, URI gateway) {
  /** How long Sluice waits for an answer, in seconds. */
  static final int PATIENCE = 5;

  /** With applications that log people in through the gateway. */
  static FusionAuthMigration of(Path directory, Pool pool, FakeFusionAuth fake, String mode) {
    return of(directory, pool, fake, mode, "v1-login");
  }

  /**
   * As {@link #of(Path, Pool, FakeFusionAuth, String)}.
   *
   * @param importedUsers how users who were imported come to their first login
   */
  static FusionAuthMigration of(
      Path directory, Pool pool, FakeFusionAuth fake, String mode, String importedUsers) {
    int port = FreePort.find();
    String application = fake.addApplication("Shop");
    pool.sluiceYaml()
        .target(
            "fusionauth",
            Map.of(
                "url",
                fake.url().toString(),
                "api-key",
                FakeFusionAuth.KEY,
                "tenant-id",
                FakeFusionAuth.TENANT,
                "application-ids",
                application,
                "timeout-seconds",
                PATIENCE,
                "imported-users",
                importedUsers))
        .mode(mode)
        .ledger("jdbc:sqlite:" + directory.resolve("ledger.db"))
        .gateway(port, Migration.TOKEN)
        .write(directory.resolve("sluice.yaml"));
    return new FusionAuthMigration(
        directory, fake, application, URI.create("http://127.0.0.1:" + port));
  }

  /** Runs a command to its end. */
  Ran sluice(String... arguments) {
    return SluiceProcess.run(directory, arguments);
  }

  /** Starts a command. */
  SluiceProcess start(String... arguments) {
    return SluiceProcess.start(directory, arguments);
  }

  /** Starts the gateway and waits until it answers. */
  SluiceProcess serve() throws InterruptedException {
    SluiceProcess serving = start("serve");
    try {
      GatewayHealth.await(gateway, serving);
      return serving;
    } catch (InterruptedException | AssertionError e) {
      serving.close();
      throw e;
    }
  }

  /** Logs somebody in at FusionAuth, and gives its status. */
  int loginAtFusionAuth(String login, String password) {
    return login(
        HttpRequest.newBuilder(URI.create(fake.url() + "/api/login"))
            .header("Authorization", FakeFusionAuth.KEY)
            .header("X-FusionAuth-TenantId", FakeFusionAuth.TENANT),
        login,
        password);
  }

  /** Logs somebody in through the gateway, and gives its status. */
  int loginThroughGateway(String login, String password) {
    return login(
        HttpRequest.newBuilder(gateway.resolve("/v1/login"))
            .header("Authorization", "Bearer " + Migration.TOKEN),
        login,
        password);
  }

  private int login(HttpRequest.Builder request, String login, String password) {
    ObjectNode body = JsonMapper.shared().createObjectNode();
    body.put("applicationId", application).put("loginId", login).put("password", password);
    return Http.send(
            request
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body.toString())))
        .statusCode();
  }

  /** Everybody's state in the ledger, by sub: its first letter. */
  Map<String, String> states() {
    return new LedgerTables("jdbc:sqlite:" + directory.resolve("ledger.db")).states();
  }
}
