package dev.sluice.keycloak.gateway;

/** What the old system's owner knows of a login that somebody wants to sign up with. */
public enum LoginAvailability {
  /** Nobody has it there, or only people who have moved or are gone. */
  FREE,
  /** Somebody has it who has not moved yet. */
  TAKEN,
  /** It could not be asked. */
  NOT_KNOWN
}
