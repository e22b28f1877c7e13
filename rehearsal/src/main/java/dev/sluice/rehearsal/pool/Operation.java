package dev.sluice.rehearsal.pool;

import dev.sluice.rehearsal.quota.QuotaCategory;
import java.util.function.Function;

/**
 * One operation that the pool answers.
 *
 * @param signed whether AWS refuses it without a signature
 */
public record Operation(
    String name, QuotaCategory category, boolean signed, Function<Call, Answer> handler) {

  static Operation signed(String name, QuotaCategory category, Function<Call, Answer> handler) {
    return new Operation(name, category, true, handler);
  }

  static Operation unsigned(String name, QuotaCategory category, Function<Call, Answer> handler) {
    return new Operation(name, category, false, handler);
  }
}
