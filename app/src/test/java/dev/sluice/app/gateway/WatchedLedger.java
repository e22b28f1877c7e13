package dev.sluice.app.gateway;

import dev.sluice.api.ledger.Assumptions;
import dev.sluice.api.ledger.Change;
import dev.sluice.api.ledger.Ledger;
import dev.sluice.api.ledger.LedgerEntry;
import dev.sluice.api.ledger.LedgerEvent;
import dev.sluice.api.ledger.LedgerException;
import dev.sluice.api.ledger.MigrationState;
import dev.sluice.api.ledger.MovedBy;
import dev.sluice.api.ledger.Progress;
import dev.sluice.api.ledger.Seals;
import dev.sluice.api.ledger.Tally;
import dev.sluice.api.ledger.UserIdentifiers;
import dev.sluice.api.user.UserId;
import dev.sluice.migration.ledger.jdbc.LedgerStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** A ledger on SQLite of its own that counts what is asked of it, and can break down. */
public final class WatchedLedger implements Ledger, Seals, Assumptions, AutoCloseable {
  static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-02-03T04:05:06Z"));

  private final Path folder;
  private final LedgerStore store;
  private final AtomicInteger reads = new AtomicInteger();
  private final AtomicInteger tallies = new AtomicInteger();
  private final AtomicInteger seals = new AtomicInteger();
  private volatile boolean broken;
  private volatile boolean closed;

  WatchedLedger() {
    try {
      folder = Files.createTempDirectory("sluice-watched");
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
    store = LedgerStore.open("jdbc:sqlite:" + folder.resolve("ledger.db"), CLOCK);
  }

  public void breakDown() {
    broken = true;
  }

  public int reads() {
    return reads.get();
  }

  int tallies() {
    return tallies.get();
  }

  public int seals() {
    return seals.get();
  }

  boolean closed() {
    return closed;
  }

  public MigrationState stateOf(String id) {
    return find(new UserId(id)).orElseThrow().state();
  }

  private Ledger asked() {
    requireWhole();
    return store.ledger();
  }

  private void requireWhole() {
    reads.incrementAndGet();
    if (broken) {
      throw new LedgerException("The ledger's disk is full: make room.");
    }
  }

  @Override
  public Optional<LedgerEntry> find(UserId id) {
    return asked().find(id);
  }

  @Override
  public Map<UserId, LedgerEntry> entries(Collection<UserId> ids) {
    return asked().entries(ids);
  }

  @Override
  public List<LedgerEntry> findByLogin(String login) {
    return asked().findByLogin(login);
  }

  @Override
  public List<LedgerEntry> rivals(String login, UserId of) {
    return asked().rivals(login, of);
  }

  @Override
  public void see(String who, List<UserIdentifiers> users) {
    asked().see(who, users);
  }

  @Override
  public Set<UserId> claim(String run, List<UserIdentifiers> users) {
    return asked().claim(run, users);
  }

  @Override
  public Set<UserId> settle(String who, List<Change> changes, Optional<Progress> progress) {
    return asked().settle(who, changes, progress);
  }

  @Override
  public void lookAgain(Collection<UserId> users) {
    asked().lookAgain(users);
  }

  @Override
  public boolean move(String who, Change change) {
    return asked().move(who, change);
  }

  @Override
  public long reopenRejected(String who) {
    return asked().reopenRejected(who);
  }

  @Override
  public Tally tally() {
    tallies.incrementAndGet();
    return asked().tally();
  }

  @Override
  public List<LedgerEntry> list(MigrationState state, Optional<UserId> after, int limit) {
    return asked().list(state, after, limit);
  }

  @Override
  public Map<MovedBy, Long> movedSince(Instant time) {
    return asked().movedSince(time);
  }

  @Override
  public List<LedgerEvent> history(UserId id) {
    return asked().history(id);
  }

  @Override
  public Optional<Seal> seal() {
    seals.incrementAndGet();
    requireWhole();
    return store.seals().seal();
  }

  @Override
  public List<String> problems() {
    requireWhole();
    return store.seals().problems();
  }

  private Assumptions assumptions() {
    requireWhole();
    return store.assumptions();
  }

  @Override
  public boolean assume(String who, UserId id) {
    return assumptions().assume(who, id);
  }

  @Override
  public boolean drop(String who, UserId id, Instant before, String why) {
    return assumptions().drop(who, id, before, why);
  }

  @Override
  public boolean remark(String who, UserId id, String text) {
    return assumptions().remark(who, id, text);
  }

  @Override
  public List<LedgerEntry> oldest(int limit) {
    return assumptions().oldest(limit);
  }

  @Override
  public long count() {
    return assumptions().count();
  }

  /** What a user's history tells beside the changes of state. */
  public List<String> remarks(UserId id) {
    return history(id).stream()
        .filter(event -> event.from() == event.to())
        .map(event -> String.valueOf(event.why()))
        .toList();
  }

  @Override
  public void close() {
    closed = true;
    store.close();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.deleteIfExists(file);
      }
      Files.deleteIfExists(folder);
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }
}
