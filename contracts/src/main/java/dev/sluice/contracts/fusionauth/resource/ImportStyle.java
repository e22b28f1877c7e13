package dev.sluice.contracts.fusionauth.resource;

/**
 * How an import with {@code validateDbConstraints} names the users at fault. FusionAuth's documents
 * promise "the duplicate values encountered" and show no example, so a client has to handle each
 * style.
 */
public enum ImportStyle {
  /** {@code user.email}, with the value in the message. */
  BY_VALUE,
  /** {@code users[3].email}. */
  BY_PLACE,
  /** {@code user.email[3]}. */
  BY_PLACE_AT_THE_END,
  /** One general error. */
  NOT_AT_ALL,
  /** A place, but one too high. */
  WRONGLY
}
