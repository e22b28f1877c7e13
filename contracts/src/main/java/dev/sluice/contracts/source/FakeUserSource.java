package dev.sluice.contracts.source;

import dev.sluice.api.pool.PoolInventory;
import dev.sluice.api.source.MemberPage;
import dev.sluice.api.source.PoolDescription;
import dev.sluice.api.source.PositionRefusedException;
import dev.sluice.api.source.Shard;
import dev.sluice.api.source.SourceException;
import dev.sluice.api.source.UserPage;
import dev.sluice.api.source.UserSource;
import dev.sluice.api.user.Group;
import dev.sluice.api.user.PoolLogins;
import dev.sluice.api.user.UserId;
import dev.sluice.api.user.UserRecord;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A pool in memory. Users may be put and removed at any time; a user's groups are those of its
 * record. Sharded by the first character of the id, as Cognito is.
 */
public final class FakeUserSource implements UserSource {
  private static final String HEX = "0123456789abcdef";
  private static final String AFTER = "after:";
  private static final Shard ALL = new Shard("all");
  private static final Shard WHOLE = new Shard("whole");

  private final Map<UserId, UserRecord> users = new TreeMap<>();
  private final Map<String, Group> groups = new TreeMap<>();
  private final Deque<SourceException> failures = new ArrayDeque<>();
  private boolean sharded = true;
  private boolean listsTwice;
  private int pageSize = 60;
  private final Set<UserId> hidden = new HashSet<>();
  private String poolId = "eu-north-1_FakePool1";
  private boolean lookupsWork = true;
  private int finds;
  private int lookups;
  private PoolInventory inventory = PoolInventories.plain();
  private PoolLogins logins = new PoolLogins(Set.of("email", "phone_number"), Set.of(), false);

  public FakeUserSource(UserRecord... users) {
    this(List.of(users));
  }

  public FakeUserSource(Collection<UserRecord> users) {
    users.forEach(this::put);
  }

  /** Reads the whole pool as one shard named {@code all} from now on. */
  public synchronized FakeUserSource inOneChain() {
    sharded = false;
    return this;
  }

  /** Begins every further page with the last user or member of the page before, from now on. */
  public synchronized FakeUserSource listingTwice() {
    listsTwice = true;
    return this;
  }

  /** Sets the most users or members of a page; 60 by default. */
  public synchronized FakeUserSource withPagesOf(int most) {
    pageSize = most;
    return this;
  }

  /** Adds or replaces a user, with the groups of its record. */
  public synchronized void put(UserRecord user) {
    users.put(user.id(), user);
    user.groups().forEach(name -> groups.putIfAbsent(name, new Group(name, null, null)));
  }

  public synchronized void remove(UserId id) {
    users.remove(id);
  }

  /** Leaves a user out of listings, as a late index does; a lookup by id still returns it. */
  public synchronized void hide(UserId id) {
    hidden.add(id);
  }

  /** Makes lookups by id find no user from now on. */
  public synchronized void lookUpNobody() {
    lookupsWork = false;
  }

  /** Takes another id from now on, as if the configuration named another pool. */
  public synchronized void becomePool(String id) {
    poolId = id;
  }

  /** Adds or replaces a group, which may stay without members. */
  public synchronized void put(Group group) {
    groups.put(group.name(), group);
  }

  /** Answers with this configuration from now on; {@link PoolInventories#plain} by default. */
  public synchronized void put(PoolInventory configuration) {
    inventory = configuration;
  }

  /** Lets people log in like this from now on; by email or phone number by default. */
  public synchronized FakeUserSource withLogins(PoolLogins typed) {
    logins = typed;
    return this;
  }

  public synchronized void removeGroup(String name) {
    groups.remove(name);
  }

  /** Makes the next read of users or members fail; called again, the ones after it. */
  public synchronized void failNext(SourceException failure) {
    failures.add(failure);
  }

  /** Returns how many times a single user was read by id. */
  public synchronized int lookups() {
    return lookups;
  }

  /** Returns how many times a single user was looked up. */
  public synchronized int finds() {
    return finds;
  }

  @Override
  public synchronized PoolDescription describe() {
    List<String> attributes =
        users.values().stream()
            .flatMap(user -> user.attributes().keySet().stream())
            .distinct()
            .sorted()
            .toList();
    return new PoolDescription(poolId, "fake pool", users.size(), attributes, logins);
  }

  @Override
  public synchronized PoolInventory inventory() {
    return inventory;
  }

  @Override
  public List<String> cautions() {
    return List.of();
  }

  @Override
  public synchronized List<Shard> shards() {
    return sharded
        ? HEX.chars().mapToObj(digit -> new Shard("sub-" + (char) digit)).toList()
        : List.of(ALL);
  }

  @Override
  public synchronized Optional<Shard> wholePool() {
    return sharded ? Optional.of(WHOLE) : Optional.empty();
  }

  @Override
  public synchronized boolean isInAShard(UserId id) {
    return !sharded || HEX.indexOf(id.value().charAt(0)) >= 0;
  }

  @Override
  public synchronized UserPage read(Shard shard, @Nullable String position) {
    Slice<UserRecord> slice =
        slice(
            users.values().stream()
                .filter(inShard(shard))
                .filter(user -> !hidden.contains(user.id())),
            UserRecord::id,
            position);
    return new UserPage(
        slice.items().stream().map(user -> user.withGroups(List.of())).toList(), slice.next());
  }

  @Override
  public synchronized List<Group> groups() {
    return List.copyOf(groups.values());
  }

  @Override
  public synchronized MemberPage members(String group, @Nullable String position) {
    Stream<UserId> members =
        users.values().stream().filter(user -> user.groups().contains(group)).map(UserRecord::id);
    Slice<UserId> slice = slice(members, Function.identity(), position);
    return new MemberPage(slice.items(), slice.next());
  }

  @Override
  public synchronized Optional<UserRecord> find(String login) {
    finds++;
    return users.values().stream().filter(user -> answersTo(user, login)).findFirst();
  }

  @Override
  public synchronized Optional<UserRecord> seek(String login) {
    return users.values().stream()
        .filter(user ->
            login.equals(user.username())
                || login.equals(user.email())
                || login.equals(user.phoneNumber()))
        .findFirst();
  }

  @Override
  public synchronized Optional<UserRecord> lookup(UserId id) {
    lookups++;
    return Optional.ofNullable(users.get(id))
        .filter(user -> lookupsWork)
        .map(user -> user.withGroups(List.of()));
  }

  @Override
  public void close() {}

  private static boolean answersTo(UserRecord user, String login) {
    return login.equals(user.username())
        || login.equals(user.id().value())
        || login.equalsIgnoreCase(user.email())
        || login.equals(user.phoneNumber());
  }

  private static Predicate<UserRecord> inShard(Shard shard) {
    if (shard.equals(ALL) || shard.equals(WHOLE)) {
      return user -> true;
    }
    String prefix = shard.name().substring("sub-".length());
    return user -> user.id().value().startsWith(prefix);
  }

  private record Slice<T>(List<T> items, @Nullable String next) {}

  private <T> Slice<T> slice(Stream<T> all, Function<T, UserId> id, @Nullable String position) {
    SourceException failure = failures.poll();
    if (failure != null) {
      throw failure;
    }
    String after = position == null ? "" : idIn(position);
    List<T> found =
        all.filter(item -> id.apply(item).value().compareTo(after) > (listsTwice ? -1 : 0))
            .limit(pageSize + 1L)
            .toList();
    if (found.size() <= pageSize) {
      return new Slice<>(found, null);
    }
    List<T> page = found.subList(0, pageSize);
    return new Slice<>(page, AFTER + id.apply(page.getLast()));
  }

  private static String idIn(String position) {
    if (!position.startsWith(AFTER)) {
      throw new PositionRefusedException(
          "This source never returned the position \"" + position + "\".",
          new IllegalArgumentException());
    }
    return position.substring(AFTER.length());
  }
}
