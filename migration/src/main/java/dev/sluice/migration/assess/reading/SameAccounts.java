package dev.sluice.migration.assess.reading;

import dev.sluice.migration.assess.found.Outlook;
import dev.sluice.migration.assess.found.Person;
import dev.sluice.migration.assess.reading.ValueFingerprint.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * Foretells which profiles are one person, as {@link dev.sluice.migration.person.Persons} decides
 * it in a bulk run: part by part, from fingerprints of the accounts that profiles share. For one
 * thread.
 */
final class SameAccounts {
  private final ValueFingerprints fingerprints;
  private final Roster roster;
  private final Verdicts verdicts;

  SameAccounts(ValueFingerprints fingerprints, Roster roster, Verdicts verdicts) {
    this.fingerprints = fingerprints;
    this.roster = roster;
    this.verdicts = verdicts;
  }

  void decide() {
    forEachOfSeveral(this::meet);
    forEachOfSeveral((profile, account) -> merge(profile.place()));
  }

  private void forEachOfSeveral(BiConsumer<ValueFingerprint, Account> each) {
    for (int part = 0; part < ValueFingerprints.PARTS; part++) {
      Map<Long, Account> shared = shared(part);
      if (!shared.isEmpty()) {
        fingerprints.forEach(
            part,
            profile -> {
              if (profile.kind().isAccount() && shared.containsKey(profile.fingerprint())) {
                each.accept(profile, shared.get(profile.fingerprint()));
              }
            });
      }
    }
  }

  private Map<Long, Account> shared(int part) {
    Map<Long, Integer> counts = new HashMap<>();
    fingerprints.forEach(
        part,
        profile -> {
          if (profile.kind().isAccount()) {
            counts.merge(profile.fingerprint(), 1, Integer::sum);
          }
        });
    Map<Long, Account> shared = new HashMap<>();
    fingerprints.forEach(
        part,
        profile -> {
          if (profile.kind().isAccount() && counts.getOrDefault(profile.fingerprint(), 0) > 1) {
            shared
                .computeIfAbsent(profile.fingerprint(), none -> new Account())
                .add(profile.kind(), profile.place(), roster);
          }
        });
    return shared;
  }

  private void meet(ValueFingerprint profile, Account account) {
    Roster.Line line = roster.line(profile.place());
    List<Holder> linked = account.without(account.linked, line.person());
    List<Holder> made = account.without(account.made, line.person());
    if (profile.kind() == Kind.LINKED) {
      if (!linked.isEmpty()) {
        uncertain(profile.place(), linked.getFirst());
      }
    } else if (linked.size() > 1) {
      uncertain(profile.place(), linked.getFirst());
    } else if (linked.isEmpty() && !made.isEmpty()) {
      uncertain(profile.place(), made.getFirst());
    } else if (!linked.isEmpty()) {
      link(profile.place(), line, linked.getFirst());
    }
  }

  private void link(long place, Roster.Line line, Holder into) {
    Roster.Fate before = line.fate();
    if (before.links() > 0 && before.into() != into.place()) {
      uncertain(place, into);
    } else {
      roster.decide(place, new Roster.Fate(before.outlook(), before.links() + 1, into.place()));
    }
  }

  /** Decides about a profile that has another one to go in its place. */
  private void merge(long place) {
    Roster.Line line = roster.line(place);
    Roster.Fate fate = line.fate();
    if (fate.links() == 0 || fate.outlook() == Outlook.PERSON_UNCERTAIN) {
      return;
    }
    Roster.Line into = roster.line(fate.into());
    boolean wouldLoseAccess = fate.links() < line.accounts();
    boolean wasShutOut = into.standing().enabled() && !line.standing().enabled();
    verdicts.settle(
        place,
        wouldLoseAccess || wasShutOut ? Outlook.PERSON_UNCERTAIN : Outlook.MERGED,
        into.person());
  }

  private void uncertain(long place, Holder other) {
    verdicts.settle(place, Outlook.PERSON_UNCERTAIN, other.person());
  }

  private record Holder(long place, Person person) {}

  /** The profiles that have one account, at most three of each kind: more decide nothing. */
  private static final class Account {
    private static final int ENOUGH = 3;

    private final List<Holder> linked = new ArrayList<>();
    private final List<Holder> made = new ArrayList<>();

    void add(Kind kind, long place, Roster roster) {
      List<Holder> holders = kind == Kind.LINKED ? linked : made;
      if (holders.size() < ENOUGH) {
        Person person = roster.at(place);
        if (without(holders, person).size() == holders.size()) {
          holders.add(new Holder(place, person));
        }
      }
    }

    List<Holder> without(List<Holder> holders, Person person) {
      return holders.stream().filter(holder -> !holder.person().equals(person)).toList();
    }
  }
}
