package dev.sluice.migration.ledger.jdbc.history;

import dev.sluice.api.ledger.LoginKey;
import dev.sluice.migration.ledger.jdbc.database.Database;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import org.jdbi.v3.core.result.RowView;
import org.jspecify.annotations.Nullable;

/**
 * SHA-256 over events as they are stored: numbers as 8 bytes, text as its length and UTF-8, so that
 * no two histories yield the same bytes. It reads a limited number of events at a time.
 */
final class HistoryDigest {
  private static final int EVENTS_AT_ONCE = 5_000;
  private static final List<String> TEXTS =
      List.of("who", "user_id", "from_state", "to_state", "moved_by", "why");

  private final MessageDigest digest = LoginKey.sha256();
  private long events;

  private HistoryDigest() {}

  /** Hashes the events after one number up to another. */
  static HistoryDigest over(Database database, long after, long last) {
    HistoryDigest history = new HistoryDigest();
    long reached = after;
    while (reached < last) {
      reached = history.addSome(database, reached, last);
    }
    return history;
  }

  private long addSome(Database database, long after, long last) {
    List<Long> numbers =
        database.read(handle ->
            handle
                .createQuery(
                    "select e.number, e.at, e.who, u.id as user_id, e.from_state, e.to_state,"
                        + " e.moved_by, e.why from events e"
                        + " left join users u on u.number = e.user_number"
                        + " where e.number > :after and e.number <= :last"
                        + " order by e.number limit :limit")
                .bind("after", after)
                .bind("last", last)
                .bind("limit", EVENTS_AT_ONCE)
                .map(this::add)
                .list());
    return numbers.size() < EVENTS_AT_ONCE ? last : numbers.getLast();
  }

  private long add(RowView row) {
    long number = row.getColumn("number", Long.class);
    number(number);
    number(row.getColumn("at", Long.class));
    TEXTS.forEach(column -> text(row.getColumn(column, String.class)));
    events++;
    return number;
  }

  HistoryDigest number(long value) {
    digest.update(ByteBuffer.allocate(Long.BYTES).putLong(value).flip());
    return this;
  }

  HistoryDigest text(@Nullable String text) {
    if (text == null) {
      return number(-1);
    }
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    number(bytes.length);
    digest.update(bytes);
    return this;
  }

  /** Returns how many events have been hashed. */
  long events() {
    return events;
  }

  /** Returns the hash in hexadecimal digits; call it once. */
  String hash() {
    return HexFormat.of().formatHex(digest.digest());
  }

  static HistoryDigest empty() {
    return new HistoryDigest();
  }
}
