package dev.sluice.api.source;

import java.util.Optional;
import java.util.Set;

/**
 * Tells which second factors a user has set up. The source may bill a user who is looked up as
 * active: only for an owner who has been told the price. Safe for use by many threads.
 */
public interface SecondFactors {

  /**
   * The user's factors, without any when there are none; nothing where there is no such user.
   *
   * @throws SourceException when the source cannot be read
   */
  Optional<Set<SecondFactor>> of(String username);

  /**
   * What holds for all users alike: that each must have one, or that none can. Empty where each has
   * to be looked up. Bills nobody.
   *
   * @throws SourceException when the source cannot be read
   */
  default Optional<Boolean> ofEverybody() {
    return Optional.empty();
  }
}
