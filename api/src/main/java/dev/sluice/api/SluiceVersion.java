package dev.sluice.api;

/** Which Sluice this is. */
public final class SluiceVersion {
  public static final String TEXT = "0.1.0";

  private SluiceVersion() {}
}
