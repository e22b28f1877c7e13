package dev.sluice.api.source;

/** The second factor that the source asked for after the password. */
public enum SecondFactor {
  NONE,
  /** A code from an authenticator app. */
  TOTP,
  SMS,
  EMAIL,
  /** The user may choose among several. */
  CHOICE,
  /** The source demands one, and the user has not set one up yet. */
  SETUP,
  /** A remembered device. */
  DEVICE
}
