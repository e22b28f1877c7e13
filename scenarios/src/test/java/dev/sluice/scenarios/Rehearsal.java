package dev.sluice.scenarios;

import dev.sluice.rehearsal.RehearsalOptions;
import dev.sluice.rehearsal.RehearsalPool;
import dev.sluice.rehearsal.quota.QuotaCategory;
import dev.sluice.rehearsal.quota.Quotas;
import dev.sluice.rehearsal.user.MadeUser;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;

/** A rehearsal pool of a few hundred users, for one scenario. */
final class Rehearsal implements AutoCloseable {
  /** Pools of one seed have the same subs, which one Keycloak takes only once in all its realms. */
  private static final AtomicLong NEXT_SEED = new AtomicLong(20_26);

  private final RehearsalPool pool;
  private final int users;

  private Rehearsal(RehearsalOptions options) {
    this.users = (int) options.users();
    this.pool = RehearsalPool.start(options);
  }

  /** Users of every kind that the rehearsal pool knows. */
  static Rehearsal ofAllKinds(int users) {
    return new Rehearsal(options(users));
  }

  /** Users who share logins, names and letters in every way that a pool allows. */
  static Rehearsal ofHostileUsers(int users) {
    return new Rehearsal(options(users).withCaseSensitive(true).withHostileUsers(100));
  }

  /** Users that have nothing odd about them. */
  static Rehearsal ofOrdinaryUsers(int users) {
    return new Rehearsal(options(users).withOnlyOrdinaryUsers(true));
  }

  /** The same ordinary users each time that the seed is the same, see {@link #freshSeed}. */
  static Rehearsal ofOrdinaryUsers(int users, long seed) {
    return new Rehearsal(options(users, seed).withOnlyOrdinaryUsers(true));
  }

  /** Returns a seed that no other pool of this run has. */
  static long freshSeed() {
    return NEXT_SEED.getAndIncrement();
  }

  /** Ordinary users in a pool that takes so many listing calls a second and refuses more. */
  static Rehearsal withListingQuota(int users, int callsPerSecond) {
    return new Rehearsal(
        options(users)
            .withOnlyOrdinaryUsers(true)
            .withQuotas(Quotas.off().with(QuotaCategory.USER_LIST, callsPerSecond)));
  }

  private static RehearsalOptions options(int users) {
    return options(users, freshSeed());
  }

  private static RehearsalOptions options(int users, long seed) {
    return RehearsalOptions.standard().withUsers(users).withSeed(seed).withQuotas(Quotas.off());
  }

  RehearsalPool pool() {
    return pool;
  }

  Pool asPool() {
    return new Pool(
        pool.endpoint(),
        pool.region(),
        pool.userPoolId(),
        pool.clientId(),
        Optional.of(pool.clientSecret()));
  }

  List<MadeUser> users() {
    return LongStream.range(0, users).mapToObj(pool::user).toList();
  }

  /** The n-th user, from 0, whose password alone gets it in. */
  MadeUser someoneWhoCanLogIn(int n) {
    return users().stream().filter(MadeUser::canLogIn).skip(n).findFirst().orElseThrow();
  }

  /** How often the pool was asked about a password. */
  long passwordChecks() {
    return pool.calls().of("AdminInitiateAuth") + pool.calls().of("InitiateAuth");
  }

  /** How often the pool was asked for a page of users. */
  long pagesRead() {
    return pool.calls().of("ListUsers");
  }

  /** How often the pool has refused a call because too much was asked. */
  long refusedForQuota() {
    return pool.calls().refused("TooManyRequestsException");
  }

  @Override
  public void close() {
    pool.close();
  }
}
