package dev.sluice.migration.ledger.jdbc.run;

import dev.sluice.api.ledger.DeferredUsers;
import dev.sluice.api.user.UserId;
import dev.sluice.api.user.UserRecord;
import dev.sluice.migration.ledger.jdbc.database.Database;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** One run's deferred users in a database. */
final class JdbcDeferredUsers implements DeferredUsers {
  private static final String HEX = "0123456789abcdef";
  private static final long FORGOTTEN_AT_ONCE = 5000;

  private final Database database;
  private final String run;

  JdbcDeferredUsers(Database database, String run) {
    this.database = database;
    this.run = run;
  }

  @Override
  public void put(List<UserRecord> users) {
    if (users.isEmpty()) {
      return;
    }
    TreeMap<UserId, UserRecord> byId = new TreeMap<>();
    users.forEach(user -> byId.put(user.id(), user));
    database.write(handle -> {
      DeferredRows.put(handle, run, List.copyOf(byId.values()));
      return run;
    });
  }

  /**
   * Splits by the first digit of the id, which spreads users evenly (as {@code sub} does at
   * Cognito).
   */
  @Override
  public List<String> parts() {
    return HEX.chars().mapToObj(digit -> String.valueOf((char) digit)).toList();
  }

  @Override
  public List<UserRecord> next(String part, Optional<UserId> after, int limit) {
    int digit = HEX.indexOf(part);
    String from = digit == 0 ? "" : part;
    Optional<String> below =
        digit == HEX.length() - 1
            ? Optional.empty()
            : Optional.of(HEX.substring(digit + 1, digit + 2));
    return database.read(handle ->
        DeferredRows.next(handle, run, from, below, after.map(UserId::value).orElse(""), limit));
  }

  @Override
  public List<UserRecord> sharing(List<UserRecord> users) {
    List<Long> keys =
        users.stream()
            .flatMap(user -> user.identities().stream())
            .map(account -> AccountKey.of(run, account))
            .distinct()
            .toList();
    return database.read(
        handle -> DeferredRows.records(handle, DeferredAccounts.shared(handle, keys)));
  }

  /**
   * Deletes piece by piece, because a million profiles in one transaction would be as much to write
   * again.
   */
  @Override
  public void forget() {
    Optional<long[]> ends = database.read(handle -> DeferredRows.ends(handle, run));
    if (ends.isEmpty()) {
      return;
    }
    List<Long> starts = new ArrayList<>();
    for (long from = ends.get()[0]; from <= ends.get()[1]; from += FORGOTTEN_AT_ONCE) {
      starts.add(from);
    }
    starts.forEach(from ->
        database.write(handle -> DeferredRows.forget(handle, run, from, from + FORGOTTEN_AT_ONCE)));
    database.write(handle -> DeferredAccounts.forget(handle, run));
  }
}
