package dev.sluice.migration.target;

/** One change that the target needs before it can take users. */
public interface ProvisionStep {

  /** What changes, for a person, such as {@code create realm "customers"}. */
  String describe();

  /**
   * Makes the change. Repeating it does no harm.
   *
   * @throws TargetException when the target refuses
   */
  void apply();
}
