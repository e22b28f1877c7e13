package dev.sluice.keycloak.gateway;

/** What kind of second factor the old system asks for. */
public enum FactorKind {
  /** A code that an authenticator app shows. */
  TOTP,
  /** A code that was sent to a phone. */
  SMS,
  /** A code that was sent by email. */
  EMAIL,
  /** The person has to choose one of several first. */
  CHOICE
}
