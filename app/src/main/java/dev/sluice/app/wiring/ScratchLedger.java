package dev.sluice.app.wiring;

import dev.sluice.migration.ledger.jdbc.LedgerStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** An empty ledger for the data that a plan holds while it reads; it is deleted on close. */
public final class ScratchLedger implements AutoCloseable {
  private final Path folder;
  private final LedgerStore store;

  private ScratchLedger(Path folder) {
    this.folder = folder;
    this.store = LedgerStore.open("jdbc:sqlite:" + folder.resolve("ledger.db"));
  }

  public static ScratchLedger make() {
    try {
      return new ScratchLedger(Files.createTempDirectory("sluice-plan"));
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }

  public LedgerStore store() {
    return store;
  }

  @Override
  public void close() {
    store.close();
    try (Stream<Path> files = Files.list(folder)) {
      List<Path> all = files.toList();
      for (Path file : all) {
        Files.deleteIfExists(file);
      }
      Files.deleteIfExists(folder);
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }
}
