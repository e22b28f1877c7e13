package dev.sluice.migration.assess.reading;

import dev.sluice.migration.assess.found.Outlook;
import dev.sluice.migration.assess.found.Person;
import dev.sluice.migration.assess.reading.ValueFingerprint.Kind;
import dev.sluice.migration.owner.Contender;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Foretells whose a username and an email address is, by the order of {@link Contender}: part by
 * part, from fingerprints of what users share. For one thread.
 */
final class SameLogins {
  private final ValueFingerprints fingerprints;
  private final Roster roster;
  private final Verdicts verdicts;

  SameLogins(ValueFingerprints fingerprints, Roster roster, Verdicts verdicts) {
    this.fingerprints = fingerprints;
    this.roster = roster;
    this.verdicts = verdicts;
  }

  /**
   * Decides about usernames first: a user who is rejected owns no address.
   *
   * @param emailIsLogin whether the target takes an email address once
   */
  void decide(boolean emailIsLogin) {
    for (int part = 0; part < ValueFingerprints.PARTS; part++) {
      usernames(part);
    }
    for (int part = 0; part < ValueFingerprints.PARTS; part++) {
      addresses(part, emailIsLogin);
    }
  }

  /** A user who is written, and its claim. */
  private record Claim(Person person, Contender contender) {}

  private void usernames(int part) {
    Predicate<ValueFingerprint> isUsername = each -> each.kind() == Kind.USERNAME;
    Map<Long, Claim> owners = owners(part, isUsername);
    forEachShared(
        part,
        isUsername,
        owners.keySet(),
        (each, user) -> {
          Claim owner = owners.get(each.fingerprint());
          if (owner != null && !owner.person().equals(user.person())) {
            verdicts.settle(each.place(), Outlook.USERNAME_TAKEN, owner.person());
          }
        });
  }

  private void addresses(int part, boolean emailIsLogin) {
    Map<Long, Claim> owners =
        owners(part, each -> each.kind() == Kind.EMAIL || each.kind() == Kind.USERNAME);
    forEachShared(
        part,
        each -> each.kind() == Kind.EMAIL,
        owners.keySet(),
        (each, user) -> {
          Claim owner = owners.get(each.fingerprint());
          if (owner == null || owner.person().equals(user.person())) {
            return;
          }
          if (emailIsLogin) {
            verdicts.settle(each.place(), Outlook.WITHOUT_ADDRESS, owner.person());
          } else if (owner.contender().ownsUsername()) {
            verdicts.addressIsUsername(user.person(), owner.person());
          }
        });
  }

  /** Returns who has the best claim to each value that several users have. */
  private Map<Long, Claim> owners(int part, Predicate<ValueFingerprint> wanted) {
    Map<Long, Claim> owners = new HashMap<>();
    forEachShared(
        part,
        wanted,
        shared(part, wanted),
        (each, user) -> {
          Contender contender =
              new Contender(each.kind() == Kind.USERNAME, user.standing(), user.person().sub());
          owners.merge(
              each.fingerprint(),
              new Claim(user.person(), contender),
              (one, other) -> other.contender().isBetterThan(one.contender()) ? other : one);
        });
    return owners;
  }

  /** Returns the values that more than one user has. */
  private Set<Long> shared(int part, Predicate<ValueFingerprint> wanted) {
    Map<Long, Long> first = new HashMap<>();
    Set<Long> shared = new HashSet<>();
    fingerprints.forEach(
        part,
        each -> {
          if (wanted.test(each)) {
            Long place = first.putIfAbsent(each.fingerprint(), each.place());
            if (place != null && place != each.place()) {
              shared.add(each.fingerprint());
            }
          }
        });
    return shared;
  }

  private void forEachShared(
      int part, Predicate<ValueFingerprint> wanted, Set<Long> shared, Use use) {
    if (!shared.isEmpty()) {
      fingerprints.forEach(
          part,
          each -> {
            if (wanted.test(each) && shared.contains(each.fingerprint())) {
              Roster.Line user = roster.line(each.place());
              if (user.fate().outlook().isWritten()) {
                use.of(each, user);
              }
            }
          });
    }
  }

  /** Takes a fingerprint, and the user who has the value and is written. */
  private interface Use {
    void of(ValueFingerprint each, Roster.Line user);
  }
}
