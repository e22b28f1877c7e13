package dev.sluice.rehearsal.pool.call;

import dev.sluice.rehearsal.quota.QuotaCategory;
import java.util.function.Function;

/**
 * One operation that the pool answers.
 *
 * @param service {@code cognito-idp} or {@code cognito-identity}
 * @param signed whether AWS refuses it without a signature
 */
public record Operation(
    String service,
    String name,
    QuotaCategory category,
    boolean signed,
    Function<Call, Answer> handler) {

  private static final String USER_POOLS = "cognito-idp";

  /** Returns the name that an IAM policy uses for it. */
  public String action() {
    return service + ":" + name;
  }

  public static Operation signed(
      String name, QuotaCategory category, Function<Call, Answer> handler) {
    return new Operation(USER_POOLS, name, category, true, handler);
  }

  public static Operation unsigned(
      String name, QuotaCategory category, Function<Call, Answer> handler) {
    return new Operation(USER_POOLS, name, category, false, handler);
  }
}
