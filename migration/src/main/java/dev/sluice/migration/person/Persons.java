package dev.sluice.migration.person;

import dev.sluice.api.user.ExternalIdentity;
import dev.sluice.migration.person.PersonMatch.OwnPerson;
import dev.sluice.migration.person.PersonMatch.SamePerson;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Tells persons from profiles. When an account at a provider is linked to a profile
 * (AdminLinkProviderForUser), logins with it lead there from then on. The profile that the account
 * had created before stays in the pool and is no longer used (Cognito developer guide). So the
 * linked profile moves and the earlier one does not.
 */
public final class Persons {
  private Persons() {}

  /**
   * Decides about one profile.
   *
   * @param others profiles that share an account at a provider with it; where very many do, some of
   *     the profiles that are linked to it and some that it created are enough
   */
  public static PersonMatch match(Profile profile, List<Profile> others) {
    List<Meeting> meetings = meetings(profile, others);
    Optional<PersonMatch> conflict =
        meetings.stream().map(Meeting::conflict).flatMap(Optional::stream).findFirst();
    if (conflict.isPresent()) {
      return conflict.get();
    }
    return meetings.stream()
        .filter(Meeting::isOfAnEarlierProfile)
        .findFirst()
        .map(earlier -> merged(profile, earlier.account(), earlier.linked().getFirst()))
        .orElseGet(() -> new OwnPerson(remark(meetings)));
  }

  private static List<Meeting> meetings(Profile profile, List<Profile> others) {
    List<Meeting> meetings = new ArrayList<>();
    for (ExternalIdentity account : profile.user().identities()) {
      List<Profile> withIt =
          others.stream()
              .filter(other -> !other.id().equals(profile.id()))
              .filter(other -> other.entryOf(account).isPresent())
              .toList();
      if (!withIt.isEmpty()) {
        meetings.add(new Meeting(account, profile, withIt));
      }
    }
    return meetings;
  }

  private static String remark(List<Meeting> meetings) {
    return meetings.stream().map(Meeting::remark).flatMap(Optional::stream).findFirst().orElse("");
  }

  private static PersonMatch merged(Profile earlier, ExternalIdentity account, Profile moving) {
    boolean linkMissing = false;
    for (ExternalIdentity each : earlier.user().identities()) {
      if (!moving.isLinkedTo(each)) {
        return PersonWords.hasMoreAccounts(earlier, moving, each.provider());
      }
      linkMissing |= moving.movedBeforeLinkedTo(each);
    }
    return moving.user().enabled() && !earlier.user().enabled()
        ? PersonWords.disabledBefore(earlier, moving, account.provider())
        : new SamePerson(
            moving.id(),
            linkMissing,
            PersonWords.samePerson(earlier, moving, account.provider(), linkMissing));
  }

  /**
   * Profiles that share one account.
   *
   * @param others the other profiles that have it; at least one
   */
  private record Meeting(ExternalIdentity account, Profile profile, List<Profile> others) {

    boolean isOfAnEarlierProfile() {
      return profile.wasMadeBy(account);
    }

    List<Profile> linked() {
      return others.stream().filter(other -> other.isLinkedTo(account)).toList();
    }

    Optional<PersonMatch> conflict() {
      return isOfAnEarlierProfile() ? conflictOfEarlier() : conflictOfLinked();
    }

    private Optional<PersonMatch> conflictOfEarlier() {
      List<Profile> linked = linked();
      return switch (linked.size()) {
        case 0 ->
            Optional.of(PersonWords.madeTwice(profile, others.getFirst(), account.provider()));
        case 1 -> Optional.empty();
        default ->
            Optional.of(
                PersonWords.linkedTwice(linked.getFirst(), linked.get(1), account.provider()));
      };
    }

    private Optional<PersonMatch> conflictOfLinked() {
      return linked().stream()
          .findFirst()
          .map(other -> PersonWords.linkedTwice(profile, other, account.provider()));
    }

    /** Returns the remark that one of the others has a user of its own at the target already. */
    Optional<String> remark() {
      return others.stream()
          .filter(other -> other.writtenAt() != null)
          .findFirst()
          .map(moved -> PersonWords.movedBefore(profile, moved, account.provider()));
    }
  }
}
