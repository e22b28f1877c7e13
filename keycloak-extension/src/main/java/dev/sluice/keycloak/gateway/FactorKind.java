package dev.sluice.keycloak.gateway;

/** The kind of second factor that the old system requires. */
public enum FactorKind {
  /** A code that an authenticator app shows. */
  TOTP,
  /** A code that was sent to a phone. */
  SMS,
  /** A code that was sent by email. */
  EMAIL,
  /** The user must first choose one of several. */
  CHOICE
}
