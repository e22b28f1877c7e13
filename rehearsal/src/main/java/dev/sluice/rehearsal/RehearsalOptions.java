package dev.sluice.rehearsal;

import dev.sluice.rehearsal.quota.Quotas;
import dev.sluice.rehearsal.user.Oddity;
import dev.sluice.rehearsal.user.PoolShape;
import dev.sluice.rehearsal.user.SignInBy;
import dev.sluice.rehearsal.wire.Permissions;
import java.time.InstantSource;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The settings of a rehearsal pool.
 *
 * @param port on 127.0.0.1; 0 for any free one
 * @param users how many made-up users, 0 to 1,000,000,000
 * @param seed another seed makes other users
 * @param region the Region that the pool claims to be in
 * @param signInBy what people type to log in
 * @param caseSensitive whether usernames that differ by case are different (the API's default)
 * @param groups how many groups, 0 to 10,000
 * @param onlyOrdinaryUsers whether to leave out all the odd kinds
 * @param hostileUsers in how many of 100 circles of four ordinary users three are hostile, 0 to
 *     100; then groups have hostile names too
 * @param preventUserExistenceErrors whether an unknown user looks like a wrong password; false
 *     stands for LEGACY
 * @param authFlows what the app clients allow, for example {@code ALLOW_ADMIN_USER_PASSWORD_AUTH}
 * @param quotas when calls are throttled
 * @param latency how long answers are delayed
 * @param shortPages whether now and then a page has fewer users than requested
 * @param prefixesReachEverybody whether searches by the beginning of {@code sub} find all users;
 *     otherwise they miss a third, so that reading in shards misses them
 * @param oddities what users and listings have that no document has
 * @param permissions what the credentials allow
 * @param clock the time for lockouts, quotas and expiry
 */
public record RehearsalOptions(
    int port,
    long users,
    long seed,
    String region,
    SignInBy signInBy,
    boolean caseSensitive,
    int groups,
    boolean onlyOrdinaryUsers,
    int hostileUsers,
    boolean preventUserExistenceErrors,
    Set<String> authFlows,
    Quotas quotas,
    Latency latency,
    boolean shortPages,
    boolean prefixesReachEverybody,
    Set<Oddity> oddities,
    Permissions permissions,
    InstantSource clock) {

  private static final long MOST_USERS = 1_000_000_000;
  private static final int MOST_GROUPS = 10_000;
  private static final int ALL_CIRCLES = 100;
  private static final int LAST_PORT = 65_535;

  public RehearsalOptions {
    inRange("port", port, LAST_PORT);
    inRange("users", users, MOST_USERS);
    inRange("groups", groups, MOST_GROUPS);
    inRange("hostileUsers", hostileUsers, ALL_CIRCLES);
    if (!region.matches("[a-z]{2}(-[a-z]+)+-\\d+")) {
      throw new IllegalArgumentException(
          "\"" + region + "\" is not a Region; one looks like eu-west-1.");
    }
    authFlows = Set.copyOf(authFlows);
    oddities = Set.copyOf(oddities);
  }

  /** Returns 1,000 users of all kinds, AWS's quotas, no latency, on any free port. */
  public static RehearsalOptions standard() {
    return new RehearsalOptions(
        0,
        1000,
        1,
        "eu-west-1",
        SignInBy.USERNAME_OR_VERIFIED_ALIAS,
        true,
        12,
        false,
        0,
        true,
        Set.of(
            "ALLOW_USER_PASSWORD_AUTH",
            "ALLOW_ADMIN_USER_PASSWORD_AUTH",
            "ALLOW_REFRESH_TOKEN_AUTH"),
        Quotas.asAtAws(),
        Latency.NONE,
        true,
        true,
        Set.of(),
        Permissions.all(),
        InstantSource.system());
  }

  public RehearsalOptions withPort(int value) {
    return with(copy -> copy.port = value);
  }

  public RehearsalOptions withUsers(long value) {
    return with(copy -> copy.users = value);
  }

  public RehearsalOptions withSeed(long value) {
    return with(copy -> copy.seed = value);
  }

  public RehearsalOptions withRegion(String value) {
    return with(copy -> copy.region = value);
  }

  public RehearsalOptions withSignInBy(SignInBy value) {
    return with(copy -> copy.signInBy = value);
  }

  public RehearsalOptions withCaseSensitive(boolean value) {
    return with(copy -> copy.caseSensitive = value);
  }

  public RehearsalOptions withGroups(int value) {
    return with(copy -> copy.groups = value);
  }

  public RehearsalOptions withOnlyOrdinaryUsers(boolean value) {
    return with(copy -> copy.onlyOrdinaryUsers = value);
  }

  public RehearsalOptions withHostileUsers(int value) {
    return with(copy -> copy.hostileUsers = value);
  }

  public RehearsalOptions withPreventUserExistenceErrors(boolean value) {
    return with(copy -> copy.preventUserExistenceErrors = value);
  }

  public RehearsalOptions withAuthFlows(Set<String> value) {
    return with(copy -> copy.authFlows = value);
  }

  public RehearsalOptions withQuotas(Quotas value) {
    return with(copy -> copy.quotas = value);
  }

  public RehearsalOptions withLatency(Latency value) {
    return with(copy -> copy.latency = value);
  }

  public RehearsalOptions withShortPages(boolean value) {
    return with(copy -> copy.shortPages = value);
  }

  public RehearsalOptions withPrefixesReachEverybody(boolean value) {
    return with(copy -> copy.prefixesReachEverybody = value);
  }

  public RehearsalOptions with(Oddity... values) {
    return with(copy -> copy.oddities = Set.of(values));
  }

  public RehearsalOptions withPermissions(Permissions value) {
    return with(copy -> copy.permissions = value);
  }

  public RehearsalOptions withClock(InstantSource value) {
    return with(copy -> copy.clock = value);
  }

  private RehearsalOptions with(Consumer<Copy> change) {
    Copy copy = new Copy(this);
    change.accept(copy);
    return copy.made();
  }

  PoolShape shape() {
    return new PoolShape(
        seed,
        users,
        region,
        signInBy,
        caseSensitive,
        groups,
        onlyOrdinaryUsers,
        hostileUsers,
        oddities);
  }

  private static void inRange(String name, long value, long most) {
    if (value < 0 || value > most) {
      throw new IllegalArgumentException(
          "%s is 0 to %,d; %,d was given.".formatted(name, most, value));
    }
  }

  /** Lets one value be changed without naming the others each time. */
  private static final class Copy {
    private int port;
    private long users;
    private long seed;
    private String region;
    private SignInBy signInBy;
    private boolean caseSensitive;
    private int groups;
    private boolean onlyOrdinaryUsers;
    private int hostileUsers;
    private boolean preventUserExistenceErrors;
    private Set<String> authFlows;
    private Quotas quotas;
    private Latency latency;
    private boolean shortPages;
    private boolean prefixesReachEverybody;
    private Set<Oddity> oddities;
    private Permissions permissions;
    private InstantSource clock;

    Copy(RehearsalOptions from) {
      port = from.port;
      users = from.users;
      seed = from.seed;
      region = from.region;
      signInBy = from.signInBy;
      caseSensitive = from.caseSensitive;
      groups = from.groups;
      onlyOrdinaryUsers = from.onlyOrdinaryUsers;
      hostileUsers = from.hostileUsers;
      preventUserExistenceErrors = from.preventUserExistenceErrors;
      authFlows = from.authFlows;
      quotas = from.quotas;
      latency = from.latency;
      shortPages = from.shortPages;
      prefixesReachEverybody = from.prefixesReachEverybody;
      oddities = from.oddities;
      permissions = from.permissions;
      clock = from.clock;
    }

    RehearsalOptions made() {
      return new RehearsalOptions(
          port,
          users,
          seed,
          region,
          signInBy,
          caseSensitive,
          groups,
          onlyOrdinaryUsers,
          hostileUsers,
          preventUserExistenceErrors,
          authFlows,
          quotas,
          latency,
          shortPages,
          prefixesReachEverybody,
          oddities,
          permissions,
          clock);
    }
  }
}
