package dev.sluice.scenarios;

import dev.sluice.contracts.fusionauth.FakeFusionAuth;
import dev.sluice.servers.FreePort;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;

/** A migration into a fake FusionAuth: a directory with a sluice.yaml, and the commands. */
record FusionAuthMigration(Path directory, FakeFusionAuth fake) {
  /** How long Sluice waits for an answer, in seconds. */
  static final int PATIENCE = 5;

  static FusionAuthMigration of(Path directory, Pool pool, FakeFusionAuth fake, String way) {
    int port = FreePort.find();
    String yaml =
        """
        source:
          cognito:
            user-pool-id: %s
            region: %s
            endpoint: %s
            app-client-id: %s
            app-client-secret: "%s"
            requests-per-second: 2000
        target:
          fusionauth:
            url: %s
            api-key: %s
            tenant-id: %s
            application-ids: %s
            timeout-seconds: %d
            imported-users: v1-login
        way: %s
        ledger:
          url: jdbc:sqlite:%s
        gateway:
          port: %d
          url: http://127.0.0.1:%d
          token: %s
        """
            .formatted(
                pool.userPoolId(),
                pool.region(),
                pool.endpoint(),
                pool.clientId(),
                pool.clientSecret().orElse(""),
                fake.url(),
                FakeFusionAuth.KEY,
                FakeFusionAuth.TENANT,
                fake.addApplication("Shop"),
                PATIENCE,
                way,
                directory.resolve("ledger.db"),
                port,
                port,
                Migration.TOKEN);
    try {
      Files.writeString(directory.resolve("sluice.yaml"), yaml);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new FusionAuthMigration(directory, fake);
  }

  /** Runs a command to its end. */
  Ran sluice(String... arguments) {
    return SluiceProcess.run(directory, arguments);
  }

  /** Starts a command. */
  SluiceProcess start(String... arguments) {
    return SluiceProcess.start(directory, arguments);
  }

  /** Everybody's state in the ledger, by sub: its first letter. */
  Map<String, String> states() {
    try (Connection ledger =
            DriverManager.getConnection("jdbc:sqlite:" + directory.resolve("ledger.db"));
        Statement query = ledger.createStatement();
        ResultSet rows = query.executeQuery("select id, state from users")) {
      Map<String, String> states = new HashMap<>();
      while (rows.next()) {
        states.put(rows.getString(1), rows.getString(2));
      }
      return states;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
