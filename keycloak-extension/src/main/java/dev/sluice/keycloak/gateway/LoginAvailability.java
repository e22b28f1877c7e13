package dev.sluice.keycloak.gateway;

/** Whether a login for sign-up is taken in the old system. */
public enum LoginAvailability {
  /** It is free there, or only users that moved or were deleted have it. */
  FREE,
  /** A user that has not moved yet has it. */
  TAKEN,
  /** The gateway could not be asked. */
  NOT_KNOWN
}
