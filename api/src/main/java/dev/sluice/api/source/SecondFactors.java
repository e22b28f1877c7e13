package dev.sluice.api.source;

import java.util.Optional;
import java.util.Set;

/**
 * Reads which second factors a user has set up. The source may bill each user who is looked up as
 * active, so use this only for an owner who knows the price. Safe for use by many threads.
 */
public interface SecondFactors {

  /**
   * Returns the user's factors, an empty set if there are none; empty if there is no such user.
   *
   * @throws SourceException when the source cannot be read
   */
  Optional<Set<SecondFactor>> of(String username);

  /**
   * Returns what holds for all users alike: true if every user must have a second factor, false if
   * none can. Empty if each user has to be looked up. No user is billed.
   *
   * @throws SourceException when the source cannot be read
   */
  default Optional<Boolean> ofEverybody() {
    return Optional.empty();
  }
}
