package dev.sluice.migration.ledger.jdbc.history;

import dev.sluice.api.ledger.Seals;
import java.time.Instant;
import org.jdbi.v3.core.result.RowView;

/**
 * A seal as it is stored.
 *
 * @param lastEvent the number of the last event that it covers
 * @param content the hash of the events
 * @param hash the hash of this seal and the one before
 */
record StoredSeal(long number, long at, long lastEvent, long events, String content, String hash) {
  /** What stands before the first seal. */
  static final StoredSeal NONE = new StoredSeal(0, 0, Long.MIN_VALUE, 0, "", "");

  static StoredSeal of(RowView row) {
    return new StoredSeal(
        row.getColumn("number", Long.class),
        row.getColumn("at", Long.class),
        row.getColumn("last_event", Long.class),
        row.getColumn("events", Long.class),
        row.getColumn("content", String.class),
        row.getColumn("hash", String.class));
  }

  /** Returns the seal that follows this one, over some events. */
  StoredSeal next(long now, long last, HistoryDigest history) {
    StoredSeal next = new StoredSeal(number + 1, now, last, history.events(), history.hash(), "");
    return new StoredSeal(
        next.number, next.at, next.lastEvent, next.events, next.content, next.chainedTo(this));
  }

  /** Returns the hash of this seal and the one before. */
  String chainedTo(StoredSeal before) {
    return HistoryDigest.empty()
        .text(before.hash)
        .number(number)
        .number(at)
        .number(lastEvent)
        .number(events)
        .text(content)
        .hash();
  }

  Seals.Seal published() {
    return new Seals.Seal(number, Instant.ofEpochMilli(at), events, hash);
  }
}
