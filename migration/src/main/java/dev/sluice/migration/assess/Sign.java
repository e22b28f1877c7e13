package dev.sluice.migration.assess;

/** Something that speaks for staying with the source or for leaving it. */
public record Sign(Side side, Weight weight, String text) {
  /** The side that it supports. */
  public enum Side {
    STAY,
    LEAVE
  }

  /** How much it should count, in the judgement of Sluice's authors. */
  public enum Weight {
    MUCH,
    SOME,
    LITTLE
  }
}
