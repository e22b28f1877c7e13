package dev.sluice.migration.assess.reading;

import dev.sluice.api.ledger.LoginKey;
import dev.sluice.api.source.GroupGoneException;
import dev.sluice.api.source.MemberPage;
import dev.sluice.api.source.PositionRefusedException;
import dev.sluice.api.source.Shard;
import dev.sluice.api.source.UserPage;
import dev.sluice.api.source.UserSource;
import dev.sluice.api.user.ExternalIdentity;
import dev.sluice.api.user.Group;
import dev.sluice.api.user.SourceStatus;
import dev.sluice.api.user.Standing;
import dev.sluice.api.user.UserId;
import dev.sluice.api.user.UserRecord;
import dev.sluice.migration.assess.found.Contested;
import dev.sluice.migration.assess.found.GroupSize;
import dev.sluice.migration.assess.found.Obstacle;
import dev.sluice.migration.assess.found.Outlook;
import dev.sluice.migration.assess.found.Person;
import dev.sluice.migration.assess.reading.ValueFingerprint.Kind;
import dev.sluice.migration.mapping.UserMapping;
import dev.sluice.migration.run.AtOnce;
import dev.sluice.migration.run.Estimate;
import dev.sluice.migration.run.GroupReading;
import dev.sluice.migration.run.ListedOnce;
import dev.sluice.migration.run.ProfileWriting;
import dev.sluice.migration.run.Restarts;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Reads every user and every group of a pool once, and counts. What is needed of each user is in
 * scratch files, so memory does not grow with the number of users.
 */
public final class PoolReading {
  private static final int GROUPS_AT_ONCE = 8;

  private final UserSource source;
  private final ObstacleCheck check;
  private final ValueFingerprints fingerprints;
  private final Roster roster;
  private final SegmentFingerprints segments;
  private final ObstacleSets obstacleSets = new ObstacleSets();
  private final ReadingListener listener;
  private final long estimated;
  private final KeyedHash hash = new KeyedHash();
  private final AtomicInteger chains = new AtomicInteger();
  private final AtomicLong read = new AtomicLong();
  private final List<Integer> finished = new ArrayList<>();
  private Chain all = new Chain(chains.getAndIncrement());
  private final List<GroupSize> groups = Collections.synchronizedList(new ArrayList<>());

  public PoolReading(
      UserSource source,
      ObstacleCheck check,
      ValueFingerprints fingerprints,
      Roster roster,
      SegmentFingerprints segments,
      long estimated,
      ReadingListener listener) {
    this.source = source;
    this.check = check;
    this.fingerprints = fingerprints;
    this.roster = roster;
    this.segments = segments;
    this.estimated = estimated;
    this.listener = listener;
  }

  /** Returns what all users have shown together. */
  public Chain users() throws InterruptedException {
    AtOnce.forEach(
        source.shards(),
        Integer.MAX_VALUE,
        shard -> again(shard.name(), () -> read(shard, user -> true)));
    Optional<Shard> whole = source.wholePool();
    if (whole.isPresent() && Estimate.deservesSecondLook(read.get(), estimated)) {
      listener.noticed(Estimate.lookingAgain(read.get(), estimated));
      readWhole(whole.get());
    }
    Estimate.difference(read.get(), estimated, whole.isPresent()).ifPresent(listener::noticed);
    return all;
  }

  /**
   * Where a few are missing, their subs begin with no digit; else the shards are not to be trusted.
   */
  private void readWhole(Shard whole) {
    boolean fromScratch = Estimate.disagrees(read.get(), estimated);
    if (fromScratch) {
      read.set(0);
      finished.forEach(fingerprints::forget);
      all = new Chain(chains.getAndIncrement());
    }
    again(whole.name(), () -> read(whole, user -> fromScratch || !source.isInAShard(user.id())));
  }

  /**
   * Foretells what becomes of users who share a login or an account, once all are read, and counts
   * who is rejected for it.
   */
  public Contested foretell() {
    Contested contested = new Contested();
    Verdicts verdicts = new Verdicts(roster, obstacleSets, all.obstacles, contested, listener);
    new SameAccounts(fingerprints, roster, verdicts).decide();
    new SameLogins(fingerprints, roster, verdicts).decide(check.emailIsLogin());
    return contested;
  }

  public List<GroupSize> groups() throws InterruptedException {
    List<String> names = source.groups().stream().map(Group::name).toList();
    AtOnce.forEach(names, GROUPS_AT_ONCE, name -> again(name, () -> groups.add(members(name))));
    return List.copyOf(groups);
  }

  private void again(String name, Runnable reading) {
    Restarts restarts = new Restarts();
    while (true) {
      try {
        reading.run();
        return;
      } catch (GroupGoneException gone) {
        listener.noticed(GroupReading.GONE, name);
        return;
      } catch (PositionRefusedException refused) {
        restarts.because(refused);
        listener.noticed(Restarts.NOTICE, name);
      }
    }
  }

  private void read(Shard shard, Predicate<UserRecord> wanted) {
    Chain chain = new Chain(chains.getAndIncrement());
    ListedOnce listed = new ListedOnce();
    @Nullable String position = null;
    try {
      do {
        UserPage page = source.read(shard, position);
        List<UserRecord> users = listed.users(page.users()).stream().filter(wanted).toList();
        Map<UserId, Set<Obstacle>> obstacles = check.of(users);
        users.forEach(user -> take(chain, user, obstacles.getOrDefault(user.id(), Set.of())));
        listener.progressed(read.addAndGet(users.size()), estimated);
        position = page.next();
      } while (position != null);
    } catch (PositionRefusedException refused) {
      fingerprints.forget(chain.number);
      read.addAndGet(-chain.people.total());
      throw refused;
    }
    finish(chain);
  }

  private synchronized void finish(Chain chain) {
    all.add(chain);
    finished.add(chain.number);
  }

  private void take(Chain chain, UserRecord user, Set<Obstacle> obstacles) {
    Person person = Person.of(user);
    if (UserMapping.comesWithoutLinks(user)) {
      listener.noticed(ProfileWriting.WITHOUT_LINKS, user.username());
    }
    chain.people.add(user);
    chain.attributes.add(user);
    chain.obstacles.add(obstacles, person);
    segments.add(user, chain.number, fingerprints, hash);
    if (!obstacles.isEmpty()) {
      listener.foretold(person, Outlook.UNFIT);
    }
    Map<String, ExternalIdentity> accounts = accounts(user);
    long place =
        roster.add(
            new Roster.Line(
                chain.number,
                person,
                Standing.of(user),
                obstacleSets.numberOf(obstacles),
                accounts.size(),
                obstacles.isEmpty() ? Roster.Fate.OPEN : Roster.Fate.OPEN.with(Outlook.UNFIT)));
    boolean federated = user.status() == SourceStatus.EXTERNAL_PROVIDER;
    mark(chain, place, federated, Kind.EMAIL, user.email());
    mark(chain, place, federated, Kind.PHONE, user.phoneNumber());
    // A user without a login has the id, which is nobody else's.
    String username = check.usernameOf(user);
    mark(chain, place, federated, Kind.USERNAME, username.equals(person.sub()) ? null : username);
    accounts.forEach((account, identity) ->
        mark(
            chain, place, federated, user.wasMadeBy(identity) ? Kind.MAKER : Kind.LINKED, account));
  }

  /** Returns each account at another provider once, by its provider and id. */
  private static Map<String, ExternalIdentity> accounts(UserRecord user) {
    Map<String, ExternalIdentity> accounts = new LinkedHashMap<>();
    user.identities()
        .forEach(identity ->
            accounts.putIfAbsent(identity.provider() + '\n' + identity.userId(), identity));
    return accounts;
  }

  private void mark(Chain chain, long place, boolean federated, Kind kind, @Nullable String value) {
    if (value != null) {
      String compared = kind.isAccount() ? value : LoginKey.asAtTarget(value);
      fingerprints.add(
          new ValueFingerprint(kind, hash.of(kind, compared), federated, chain.number, place));
    }
  }

  private GroupSize members(String group) {
    int chain = chains.getAndIncrement();
    long fact = segments.placeOf(group);
    long count = 0;
    ListedOnce listed = new ListedOnce();
    @Nullable String position = null;
    try {
      do {
        MemberPage page = source.members(group, position);
        List<UserId> members = listed.members(page.members());
        members.forEach(id -> member(chain, fact, id));
        count += members.size();
        position = page.next();
      } while (position != null);
    } catch (PositionRefusedException | GroupGoneException unfinished) {
      fingerprints.forget(chain);
      throw unfinished;
    }
    return new GroupSize(group, count);
  }

  private void member(int chain, long fact, UserId id) {
    long fingerprint = SegmentFingerprints.fingerprint(hash, id);
    fingerprints.add(new ValueFingerprint(Kind.MEMBERSHIP, fingerprint, false, chain, fact));
  }
}
