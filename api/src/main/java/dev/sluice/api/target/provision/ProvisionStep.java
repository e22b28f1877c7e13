package dev.sluice.api.target.provision;

import java.util.Optional;

/** One change that the target needs before it can take users. */
public interface ProvisionStep {

  /** What changes, for a person, such as {@code create realm "customers"}. */
  String describe();

  /** What becomes of which object; empty where {@link #describe} says it all. */
  default Optional<ObjectDiff> diff() {
    return Optional.empty();
  }

  /**
   * Whether a person must do it, because it would change what the owner has decided. Such a step
   * stays until it is done, and {@link #apply} does nothing.
   */
  default boolean isManual() {
    return false;
  }

  /**
   * Makes the change. Repeating it does no harm.
   *
   * @throws dev.sluice.api.target.TargetException when the target refuses
   */
  void apply();
}
