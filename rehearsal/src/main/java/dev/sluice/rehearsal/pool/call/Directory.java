package dev.sluice.rehearsal.pool.call;

import dev.sluice.rehearsal.user.MadeUser;
import dev.sluice.rehearsal.user.MadeUserLookup;
import dev.sluice.rehearsal.user.MadeUsers;
import dev.sluice.rehearsal.user.SignInBy;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongFunction;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * All users as they are now: the made ones and, in memory, the few that calls changed, added or
 * deleted.
 */
public final class Directory {

  private final MadeUsers made;
  private final MadeUserLookup lookup;
  private final ConcurrentSkipListMap<Long, Optional<MadeUser>> changed =
      new ConcurrentSkipListMap<>();
  private final AtomicLong next;

  public Directory(MadeUsers made) {
    this.made = made;
    this.lookup = new MadeUserLookup(made);
    this.next = new AtomicLong(made.shape().users());
  }

  public MadeUsers made() {
    return made;
  }

  public MadeUserLookup lookup() {
    return lookup;
  }

  /** Returns what people type to log in. */
  public SignInBy signInBy() {
    return made.shape().signInBy();
  }

  /** Returns the user with this number as it is now; empty when deleted or never there. */
  public Optional<MadeUser> at(long index) {
    Optional<MadeUser> now = changed.getOrDefault(index, Optional.empty());
    if (now.isPresent() || changed.containsKey(index)) {
      return now;
    }
    return index < made.shape().users() ? Optional.of(made.user(index)) : Optional.empty();
  }

  /** Returns the approximate number of users. */
  public long size() {
    return next.get() - changed.values().stream().filter(Optional::isEmpty).count();
  }

  /** Returns the numbers of users that calls changed or added. */
  public List<Long> changedIndexes() {
    return List.copyOf(changed.keySet());
  }

  /** Returns the numbers of users that calls added, whether or not they were deleted since. */
  public List<Long> addedIndexes() {
    return List.copyOf(changed.tailMap(made.shape().users()).keySet());
  }

  /** Adds a user that is made from its new number. */
  public synchronized MadeUser add(LongFunction<MadeUser> maker) {
    MadeUser user = maker.apply(next.get());
    changed.put(next.getAndIncrement(), Optional.of(user));
    return user;
  }

  /** Changes the user unless it was deleted meanwhile. */
  public synchronized void change(long index, UnaryOperator<MadeUser> change) {
    changed.put(index, Optional.of(change.apply(at(index).orElseThrow(CognitoError::noSuchUser))));
  }

  public synchronized void delete(long index) {
    changed.put(index, Optional.empty());
  }

  /**
   * Returns the user whom a caller means by a username, a sub or, where the pool allows it, an
   * email or phone number.
   */
  public Optional<MadeUser> resolve(String name) {
    return first(name, user -> same(user.username(), name))
        .or(() -> first(name, user -> user.sub().equals(name)))
        .or(() -> aliasOwner(name));
  }

  /** Returns whose an alias is: of those who verified it, the last. */
  private Optional<MadeUser> aliasOwner(String name) {
    return candidates(name)
        .flatMap(index -> at(index).stream())
        .filter(user -> !user.isFederated() && hasAlias(user, name))
        .max(
            Comparator.comparing((MadeUser user) -> hasVerified(user, name))
                .thenComparing(MadeUser::modified));
  }

  private boolean hasVerified(MadeUser user, String name) {
    return name.equals(user.phone().orElse("")) ? user.phoneVerified() : user.emailVerified();
  }

  /** Returns the users whose sub, username, email or phone may be this text. */
  public Stream<Long> candidates(String text) {
    return Stream.concat(lookup.candidates(text).stream(), changed.keySet().stream()).distinct();
  }

  private Optional<MadeUser> first(String text, Predicate<MadeUser> wanted) {
    return candidates(text).flatMap(index -> at(index).stream()).filter(wanted).findFirst();
  }

  /**
   * Returns whether the name is an alias of the user: aliases count once verified; in pools where
   * an address stands for the username they always count.
   */
  private boolean hasAlias(MadeUser user, String name) {
    boolean always = !signInBy().hasUsernames();
    boolean byEmail = (always || user.emailVerified()) && same(user.email().orElse(""), name);
    boolean byPhone = (always || user.phoneVerified()) && name.equals(user.phone().orElse(""));
    return (byEmail && signInBy().takesEmail()) || (byPhone && signInBy().takesPhone());
  }

  boolean same(String ours, String theirs) {
    return made.shape().caseSensitive() ? ours.equals(theirs) : ours.equalsIgnoreCase(theirs);
  }
}
