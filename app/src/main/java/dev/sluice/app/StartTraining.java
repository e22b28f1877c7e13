package dev.sluice.app;

import dev.sluice.api.ledger.UserIdentifiers;
import dev.sluice.api.user.UserId;
import dev.sluice.migration.ledger.jdbc.LedgerStore;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Runs the read-only commands on a ledger of its own. The JDK records the classes they load (its
 * AOT cache), so that later starts are faster. The launcher runs it after a build.
 */
final class StartTraining {
  private final PrintWriter out = new PrintWriter(PrintWriter.nullWriter());
  private final String config;

  private StartTraining(Path config) {
    this.config = config.toString();
  }

  /** Takes the name of an empty directory to work in. */
  public static void main(String... args) throws IOException {
    Path folder = Path.of(args[0]);
    Path config = folder.resolve("sluice.yaml");
    StartTraining training = new StartTraining(config);
    training.run("init");
    String text = Files.readString(config);
    Files.writeString(config, text.replace("${env:KEYCLOAK_CLIENT_SECRET}", "training"));
    try (LedgerStore ledger =
        LedgerStore.open("jdbc:sqlite:" + folder.resolve(".sluice/ledger.db"))) {
      ledger
          .ledger()
          .see("training", List.of(new UserIdentifiers(new UserId("1"), "ada", null, null)));
    }
    training.run("--help");
    training.run("status");
    training.run("status", "--json");
    training.run("user", "ada");
    training.run("user", "ada", "--json");
  }

  private void run(String command, String... options) {
    String[] args = new String[options.length + 3];
    args[0] = command;
    System.arraycopy(options, 0, args, 1, options.length);
    args[args.length - 2] = "--config";
    args[args.length - 1] = config;
    int code =
        command.startsWith("--") ? Sluice.run(out, out, command) : Sluice.run(out, out, args);
    if (code != 0) {
      throw new IllegalStateException(command + " ended with exit code " + code);
    }
  }
}
