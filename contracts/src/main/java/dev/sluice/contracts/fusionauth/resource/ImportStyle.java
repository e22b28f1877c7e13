package dev.sluice.contracts.fusionauth.resource;

/**
 * How an import with {@code validateDbConstraints} says which users are at fault. FusionAuth's
 * documents promise "the duplicate values encountered" and show no example, so that a client has to
 * get along with each.
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
  /** A place, and one too high. */
  WRONGLY
}
