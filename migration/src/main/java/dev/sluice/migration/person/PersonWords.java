package dev.sluice.migration.person;

import dev.sluice.migration.person.PersonMatch.Conflict;

/** The texts about two profiles: both sides, what would go wrong, and what to do. */
final class PersonWords {
  private static final String RETRY = ", then: sluice bulk --retry-rejected --execute.";

  private PersonWords() {}

  static Conflict linkedTwice(Profile one, Profile other, String provider) {
    return new Conflict(
        "One account at %s is linked to both %s and %s: a user who signs in with it could get into the wrong one. Unlink it from one of them in the pool (AdminDisableProviderForUser)%s"
            .formatted(provider, one.shown(), other.shown(), RETRY));
  }

  static Conflict madeTwice(Profile one, Profile other, String provider) {
    return new Conflict(
        "One account at %s has made both %s and %s, and is linked to neither: a user who signs in with it could get into the wrong one. Delete one of them in the pool%s"
            .formatted(provider, one.shown(), other.shown(), RETRY));
  }

  static Conflict hasMoreAccounts(Profile earlier, Profile moving, String provider) {
    return new Conflict(
        "%s is the same person as %s, but also has an account at %s that the other is not linked to: a user who signs in with it would lose access. Link that account to the other in the pool (AdminLinkProviderForUser)%s"
            .formatted(earlier.shown(), moving.shown(), provider, RETRY));
  }

  static Conflict disabledBefore(Profile earlier, Profile moving, String provider) {
    return new Conflict(
        "%s is disabled, but %s, to which its account at %s is linked, is enabled and moves: a person shut out as the one gets in as the other, as in the pool. If that is wrong, disable the other on both sides; if it is right, enable this one in the pool%s"
            .formatted(earlier.shown(), moving.shown(), provider, RETRY));
  }

  static String movedBefore(Profile linked, Profile moved, String provider) {
    return "Its account at %s is linked to %s, but %s had moved with it before, as a user of its own. Decide which of the two stays, and delete the other one, or its link, at the target%s"
        .formatted(provider, linked.shown(), moved.shown(), RETRY);
  }

  static String samePerson(Profile earlier, Profile moving, String provider, boolean linkMissing) {
    return "The same person as "
        + moving.shown()
        + (moving.user().enabled() ? "," : ", who is disabled,")
        + " whose profile moves in its place: signing in through "
        + provider
        + " leads there."
        + (linkMissing
            ? " But that one had moved before the account was linked to it: at the target the"
                + " account cannot be used to sign in until it is linked there too."
            : "")
        + NotTakenOver.from(earlier.user(), moving.user());
  }
}
