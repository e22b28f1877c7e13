package dev.sluice.migration.ledger.jdbc.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.sluice.api.ledger.LedgerException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javax.sql.DataSource;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.Pragma;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteConfig.TransactionMode;
import org.sqlite.SQLiteDataSource;

/** Ledgers in a file: one writer, and readers beside it. */
public final class Sqlite {
  private static final int WAIT_FOR_OTHER_PROGRAMS_MILLIS = 20_000;
  private static final int READERS = 4;
  private static final int CACHE_KIB = 128 * 1024;

  /**
   * How much is written before it is moved into the database file, in pages of 4 KiB. Users come in
   * no particular order, so a batch touches pages all over the indexes: the more batches are moved
   * together, the more of them share pages.
   */
  private static final int PAGES_BETWEEN_CHECKPOINTS = 16 * 1024;

  private static final String SHARED =
      """
      create table if not exists paces (
        quota text primary key,
        most real not null,
        most_until integer not null,
        part real not null,
        next_free integer not null,
        changed integer not null,
        slow_until integer not null
      ) without rowid;
      create table if not exists attempts (
        login blob primary key,
        passed integer not null,
        last integer not null
      ) without rowid;
      create index if not exists attempts_by_last on attempts (last);
      """;

  private Sqlite() {}

  public static Database open(LedgerAddress ledgerAddress) {
    Path file = ledgerAddress.file();
    makeDirectory(ledgerAddress, file);
    requireWritable(ledgerAddress, file);
    DataSource writer = writer(ledgerAddress);
    alone(ledgerAddress, () -> Schema.bringUpToDate(ledgerAddress, writer));
    HikariDataSource writes = pool(writer, 1, false);
    HikariDataSource reads = pool(reader(ledgerAddress), READERS, true);
    return new Database(
        ledgerAddress,
        reads,
        writes,
        () -> {
          reads.close();
          writes.close();
        });
  }

  public static Database openToRead(LedgerAddress ledgerAddress) {
    if (!Files.exists(ledgerAddress.file())) {
      throw Schema.missing(ledgerAddress);
    }
    DataSource reader = reader(ledgerAddress);
    Schema.requireUpToDate(ledgerAddress, reader);
    return new Database(ledgerAddress, reader, reader, () -> {});
  }

  /**
   * Opens what processes share at the moment, in a file beside the ledger, so that it never waits
   * for the ledger's writer. A write is not on disk when it is done: after a power cut the last
   * ones are missing, which does no harm.
   */
  public static Database openShared(LedgerAddress ledger) {
    LedgerAddress ledgerAddress = ledger.beside("-shared");
    requireWritable(ledgerAddress, ledgerAddress.file());
    SQLiteConfig config = common();
    config.setJournalMode(JournalMode.WAL);
    config.setSynchronous(SynchronousMode.NORMAL);
    config.setTransactionMode(TransactionMode.IMMEDIATE);
    HikariDataSource pool = pool(source(ledgerAddress, config), 1, false);
    Database database = new Database(ledgerAddress, pool, pool, pool::close);
    alone(ledger, () -> database.write(handle -> handle.createScript(SHARED).execute()));
    return database;
  }

  /** Runs one at a time, because two programs that start together both find no tables. */
  private static synchronized void alone(LedgerAddress ledger, Runnable work) {
    Optional<RunLocks.Held> alone = new FileRunLocks(ledger.file(), ledger).await("schema");
    try {
      work.run();
    } finally {
      alone.ifPresent(RunLocks.Held::close);
    }
  }

  private static void makeDirectory(LedgerAddress ledgerAddress, Path file) {
    try {
      Files.createDirectories(file.getParent());
    } catch (IOException problem) {
      throw new LedgerException(
          "Cannot make a directory for the ledger at "
              + ledgerAddress
              + " ("
              + problem
              + "): let the user who runs sluice write there, or name another in ledger.url.",
          problem);
    }
  }

  private static void requireWritable(LedgerAddress ledgerAddress, Path file) {
    Path checked = Files.exists(file) ? file : file.getParent();
    if (Files.isDirectory(file) || !Files.isWritable(checked)) {
      throw new LedgerException(
          "Cannot write the ledger at "
              + ledgerAddress
              + (Files.isDirectory(file) ? ": this is a directory." : ": it is not writable.")
              + " Let the user who runs sluice write there, or name another file in ledger.url.");
    }
  }

  private static DataSource writer(LedgerAddress ledgerAddress) {
    SQLiteConfig config = common();
    config.setJournalMode(JournalMode.WAL);
    config.setSynchronous(SynchronousMode.FULL);
    config.setTransactionMode(TransactionMode.IMMEDIATE);
    config.setCacheSize(-CACHE_KIB);
    config.setPragma(Pragma.WAL_AUTOCHECKPOINT, String.valueOf(PAGES_BETWEEN_CHECKPOINTS));
    return source(ledgerAddress, config);
  }

  private static DataSource reader(LedgerAddress ledgerAddress) {
    SQLiteConfig config = common();
    config.setReadOnly(true);
    return source(ledgerAddress, config);
  }

  private static SQLiteConfig common() {
    SQLiteConfig config = new SQLiteConfig();
    config.setBusyTimeout(WAIT_FOR_OTHER_PROGRAMS_MILLIS);
    return config;
  }

  private static DataSource source(LedgerAddress ledgerAddress, SQLiteConfig config) {
    SQLiteDataSource source = new SQLiteDataSource(config);
    source.setUrl("jdbc:sqlite:" + ledgerAddress.file());
    return source;
  }

  private static HikariDataSource pool(DataSource source, int size, boolean readOnly) {
    HikariConfig config = new HikariConfig();
    config.setDataSource(source);
    config.setMaximumPoolSize(size);
    config.setReadOnly(readOnly);
    config.setMinimumIdle(1);
    config.setInitializationFailTimeout(-1);
    config.setMaxLifetime(0);
    return new HikariDataSource(config);
  }
}
