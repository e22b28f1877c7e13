package dev.sluice.api;

/** The version of this Sluice. */
public final class SluiceVersion {
  public static final String TEXT = "0.1.0";

  private SluiceVersion() {}
}
