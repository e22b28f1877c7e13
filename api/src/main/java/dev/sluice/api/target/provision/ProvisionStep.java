package dev.sluice.api.target.provision;

import java.util.Optional;

/** One change that the target needs before it can take users. */
public interface ProvisionStep {

  /** Returns what changes, for a person, such as {@code create realm "customers"}. */
  String describe();

  /** Returns the changes to one object; empty where {@link #describe} says it all. */
  default Optional<ObjectDiff> diff() {
    return Optional.empty();
  }

  /**
   * Returns whether a person must make the change, because it would override what the owner has
   * decided. Such a step stays until it is done, and {@link #apply} does nothing.
   */
  default boolean isManual() {
    return false;
  }

  /** Returns whether no later step can be made without this one, such as the realm itself. */
  default boolean isFoundation() {
    return false;
  }

  /**
   * Makes the change. Repeating it does no harm.
   *
   * @throws dev.sluice.api.target.TargetException when the target refuses
   */
  void apply();
}
