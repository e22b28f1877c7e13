package dev.sluice.migration.assess;

/** Something that speaks for staying with the source or for leaving it. */
public record Sign(Side side, Weight weight, String text) {
  /** What it speaks for. */
  public enum Side {
    STAY,
    LEAVE
  }

  /** How much it should count, as we see it. */
  public enum Weight {
    MUCH,
    SOME,
    LITTLE
  }
}
