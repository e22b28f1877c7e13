package dev.sluice.migration.ledger.jdbc;

import dev.sluice.api.ledger.Ledger;
import dev.sluice.api.ledger.LedgerEntry;
import dev.sluice.api.ledger.UserIdentifiers;
import dev.sluice.api.user.UserId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** An empty ledger for each test, on a clock that stands still until it is set. */
public abstract class OpenedLedger {
  public static final Instant START = Instant.parse("2026-03-04T05:06:07.089Z");
  static final UserId MIRA = new UserId("d4a8c4e2-0000-4000-8000-00000000000a");
  static final UserId OLAF = new UserId("04a8c4e2-0000-4000-8000-00000000000b");

  public Instant now = START;
  public LedgerStore store;
  public Ledger ledger;

  /** The address of an empty database, the same throughout one test. */
  protected abstract String url();

  @BeforeEach
  final void open() {
    store = LedgerStore.open(url(), () -> now);
    ledger = store.ledger();
  }

  @AfterEach
  final void close() {
    store.close();
  }

  final void reopen() {
    close();
    open();
  }

  static UserIdentifiers mira() {
    return new UserIdentifiers(MIRA, "Mira.K", "mira@example.org", "+4915550001");
  }

  static UserIdentifiers olaf() {
    return new UserIdentifiers(OLAF, OLAF.value(), "Olaf@Example.org", null);
  }

  static UserIdentifiers person(int index) {
    String id = "%08x-person".formatted(index * 0x9E3779B1);
    return new UserIdentifiers(new UserId(id), "user" + index, index + "@example.org", null);
  }

  static List<UserId> ids(List<LedgerEntry> entries) {
    return entries.stream().map(LedgerEntry::id).toList();
  }

  static <T> List<T> atOnce(List<Callable<T>> tasks) throws Exception {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<T> results = new ArrayList<>();
      for (Future<T> task : threads.invokeAll(tasks)) {
        results.add(task.get());
      }
      return results;
    }
  }
}
