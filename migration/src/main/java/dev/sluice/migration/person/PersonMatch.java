package dev.sluice.migration.person;

import dev.sluice.api.user.UserId;

/** What a profile is, compared with all others that have the same account at a provider. */
public sealed interface PersonMatch {

  /**
   * A person of its own: to be written.
   *
   * @param ifRefused what to add when the target refuses it; empty when there is nothing to say
   */
  record OwnPerson(String ifRefused) implements PersonMatch {}

  /**
   * The person has another profile, which moves in place of this one.
   *
   * @param into the profile that moves
   * @param linkMissing whether that profile was written before the account was linked to it
   * @param why for support: which profile, and what of this one does not move
   */
  record SamePerson(UserId into, boolean linkMissing, String why) implements PersonMatch {}

  /**
   * The person cannot be determined, or moving the profile would let in a person who should not get
   * in.
   *
   * @param why both profiles, and what to do
   */
  record Conflict(String why) implements PersonMatch {}
}
