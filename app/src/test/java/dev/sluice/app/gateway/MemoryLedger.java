package dev.sluice.app.gateway;

import dev.sluice.migration.ledger.AllowedTransitions;
import dev.sluice.migration.ledger.Change;
import dev.sluice.migration.ledger.Ledger;
import dev.sluice.migration.ledger.LedgerEntry;
import dev.sluice.migration.ledger.LedgerEvent;
import dev.sluice.migration.ledger.LedgerException;
import dev.sluice.migration.ledger.MigrationState;
import dev.sluice.migration.ledger.MovedBy;
import dev.sluice.migration.ledger.Progress;
import dev.sluice.migration.ledger.Seals;
import dev.sluice.migration.ledger.Sighting;
import dev.sluice.migration.ledger.Tally;
import dev.sluice.migration.user.UserId;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** As much of a ledger as the gateway needs, in memory; it can be broken. */
final class MemoryLedger implements Ledger, Seals, AutoCloseable {
  private static final Instant SINCE = Instant.parse("2026-02-03T04:05:06Z");

  private final Map<UserId, LedgerEntry> entries = new TreeMap<>();
  private boolean broken;
  private int reads;
  private int tallies;
  private int seals;
  private boolean closed;

  synchronized void breakDown() {
    broken = true;
  }

  synchronized int reads() {
    return reads;
  }

  synchronized int tallies() {
    return tallies;
  }

  synchronized int seals() {
    return seals;
  }

  synchronized boolean closed() {
    return closed;
  }

  synchronized MigrationState stateOf(String id) {
    return find(new UserId(id)).orElseThrow().state();
  }

  @Override
  public synchronized Optional<LedgerEntry> find(UserId id) {
    read();
    return Optional.ofNullable(entries.get(id));
  }

  @Override
  public synchronized Map<UserId, LedgerEntry> entries(Collection<UserId> ids) {
    throw new UnsupportedOperationException("The gateway asks for one user at a time.");
  }

  @Override
  public synchronized List<LedgerEntry> findByLogin(String login) {
    read();
    return entries.values().stream()
        .filter(entry ->
            login.equalsIgnoreCase(entry.username())
                || login.equalsIgnoreCase(entry.email())
                || login.equals(entry.phoneNumber()))
        .sorted(Comparator.comparing(entry -> entry.state() != MigrationState.MIGRATED))
        .limit(10)
        .toList();
  }

  @Override
  public synchronized void see(String who, List<Sighting> users) {
    read();
    for (Sighting user : users) {
      entries.putIfAbsent(
          user.id(),
          new LedgerEntry(
              user.id(),
              user.username(),
              user.email(),
              user.phoneNumber(),
              MigrationState.DISCOVERED,
              null,
              null,
              SINCE));
    }
  }

  @Override
  public synchronized boolean move(String who, Change change) {
    read();
    LedgerEntry before = entries.get(change.id());
    if (before == null || !AllowedTransitions.allows(before.state(), change.to())) {
      return false;
    }
    entries.put(
        change.id(),
        new LedgerEntry(
            before.id(),
            before.username(),
            before.email(),
            before.phoneNumber(),
            change.to(),
            change.by(),
            change.why(),
            SINCE));
    return true;
  }

  @Override
  public synchronized Tally tally() {
    read();
    tallies++;
    Map<MigrationState, Long> states = new EnumMap<>(MigrationState.class);
    Map<MovedBy, Long> by = new EnumMap<>(MovedBy.class);
    for (LedgerEntry entry : entries.values()) {
      states.merge(entry.state(), 1L, Long::sum);
      MovedBy how = entry.by();
      if (how != null) {
        by.merge(how, 1L, Long::sum);
      }
    }
    return new Tally(states, by);
  }

  @Override
  public synchronized Optional<Seal> seal() {
    read();
    seals++;
    return Optional.empty();
  }

  @Override
  public synchronized void close() {
    closed = true;
  }

  private void read() {
    reads++;
    if (broken) {
      throw new LedgerException("The ledger's disk is full: make room.");
    }
  }

  @Override
  public Set<UserId> claim(String run, List<Sighting> users) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Set<UserId> settle(String who, List<Change> changes, Optional<Progress> progress) {
    throw new UnsupportedOperationException();
  }

  @Override
  public long reopenRejected(String who) {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<LedgerEntry> list(MigrationState state, Optional<UserId> after, int limit) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Map<MovedBy, Long> movedSince(Instant time) {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<LedgerEvent> history(UserId id) {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<String> problems() {
    throw new UnsupportedOperationException();
  }
}
