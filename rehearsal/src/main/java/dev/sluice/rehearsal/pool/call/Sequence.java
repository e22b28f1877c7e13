package dev.sluice.rehearsal.pool.call;

import dev.sluice.rehearsal.user.Progression;
import java.util.List;
import java.util.function.LongUnaryOperator;

/**
 * Users' numbers in an order that can be entered at any place.
 *
 * @param size how many there are
 * @param at the number at a place, 0 to below the size
 */
public record Sequence(long size, LongUnaryOperator at) {

  public static Sequence of(Progression users) {
    return new Sequence(users.count(), users::at);
  }

  public static Sequence of(List<Long> indexes) {
    return new Sequence(indexes.size(), place -> indexes.get((int) place));
  }

  public Sequence then(Sequence more) {
    return more.size == 0
        ? this
        : new Sequence(
            size + more.size,
            place -> place < size ? at.applyAsLong(place) : more.at.applyAsLong(place - size));
  }
}
