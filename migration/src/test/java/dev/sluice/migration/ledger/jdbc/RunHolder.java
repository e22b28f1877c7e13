package dev.sluice.migration.ledger.jdbc;

import dev.sluice.api.ledger.RunLog;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A process that holds a bulk run until it is killed, or whoever started it has died. */
public final class RunHolder {
  private RunHolder() {}

  static void main(String[] arguments) throws IOException {
    try (LedgerStore store = LedgerStore.open(arguments[0]);
        RunLog.OpenRun run = store.runs().open("bulk").orElseThrow()) {
      System.out.println(run.name());
      while (System.in.read() >= 0) {
        System.out.flush();
      }
    }
  }

  public static Process start(String url) throws IOException {
    return new ProcessBuilder(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                RunHolder.class.getName(),
                url))
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }
}
