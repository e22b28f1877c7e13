package dev.sluice.migration.ledger.jdbc.history;

import dev.sluice.api.ledger.Seals;
import dev.sluice.migration.ledger.jdbc.database.Database;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Seals in a database. */
public final class JdbcSeals implements Seals {
  private static final String SEAL =
      "select number, at, last_event, events, content, hash from seals ";

  private final Database database;
  private final FinishedEvents finished;
  private final InstantSource clock;

  public JdbcSeals(Database database, InstantSource clock) {
    this.database = database;
    this.finished = new FinishedEvents(database);
    this.clock = clock;
  }

  @Override
  public Optional<Seal> seal() {
    StoredSeal before =
        after("where number > :number order by number desc limit 1", 0).orElse(StoredSeal.NONE);
    return finished
        .last()
        .filter(last -> last > before.lastEvent())
        .map(last -> before.next(clock.millis(), last, over(before, last)))
        .filter(this::append)
        .map(StoredSeal::published);
  }

  /** Appends a seal; false when another process has just made a seal of this number. */
  private boolean append(StoredSeal seal) {
    return database.write(handle ->
        handle
            .createUpdate(
                "insert into seals (number, at, last_event, events, content, hash) values"
                    + " (:number, :at, :last, :events, :content, :hash)"
                    + " on conflict do nothing")
            .bind("number", seal.number())
            .bind("at", seal.at())
            .bind("last", seal.lastEvent())
            .bind("events", seal.events())
            .bind("content", seal.content())
            .bind("hash", seal.hash())
            .execute())
        > 0;
  }

  @Override
  public List<String> problems() {
    List<String> problems = new ArrayList<>();
    StoredSeal before = StoredSeal.NONE;
    Optional<StoredSeal> next = following(before);
    while (next.isPresent()) {
      problems.addAll(problems(before, next.get()));
      before = next.get();
      next = following(before);
    }
    return problems;
  }

  private List<String> problems(StoredSeal before, StoredSeal seal) {
    List<String> problems = new ArrayList<>();
    if (seal.number() != before.number() + 1) {
      problems.add("Seal %d is missing.".formatted(before.number() + 1));
    } else if (!seal.hash().equals(seal.chainedTo(before))) {
      problems.add(
          "Seal %d does not follow from seal %d: one of the two was changed."
              .formatted(seal.number(), before.number()));
    }
    HistoryDigest found = over(before, seal.lastEvent());
    if (!found.hash().equals(seal.content())) {
      problems.add("%s: %s.".formatted(covered(before, seal), difference(seal, found.events())));
    }
    return problems;
  }

  private static String covered(StoredSeal before, StoredSeal seal) {
    long first = before.number() == 0 ? 1 : before.lastEvent() + 1;
    return "Seal %d, over events %d to %d".formatted(seal.number(), first, seal.lastEvent());
  }

  private static String difference(StoredSeal seal, long found) {
    long more = found - seal.events();
    if (more == 0) {
      return "an event, or the id of its user, was changed";
    }
    return more < 0
        ? "%d events were removed".formatted(-more)
        : "%d events were added".formatted(more);
  }

  private HistoryDigest over(StoredSeal before, long last) {
    return HistoryDigest.over(database, before.lastEvent(), last);
  }

  private Optional<StoredSeal> following(StoredSeal seal) {
    return after("where number > :number order by number limit 1", seal.number());
  }

  private Optional<StoredSeal> after(String which, long number) {
    return database.read(handle ->
        handle.createQuery(SEAL + which).bind("number", number).map(StoredSeal::of).findOne());
  }
}
