package dev.sluice.api.target.provision;

/** Whether a target can take users now. */
public sealed interface Readiness {

  /**
   * It can.
   *
   * @param version the target's and the extension's versions, for a person
   */
  record Ready(String version) implements Readiness {}

  /** It cannot: what is wrong, and what to do. */
  record NotReady(String problem, String remedy) implements Readiness {}
}
