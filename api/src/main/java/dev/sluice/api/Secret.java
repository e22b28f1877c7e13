package dev.sluice.api;

/**
 * Text that must never be printed: a password or a key. Its {@link #toString} says nothing, and two
 * secrets are never compared by accident, for there is no {@code equals}.
 */
public final class Secret {
  private final String text;

  public Secret(String text) {
    this.text = text;
  }

  /** The text itself, for the one call that needs it. */
  public String reveal() {
    return text;
  }

  /** Whether there is nothing in it. */
  public boolean isEmpty() {
    return text.isEmpty();
  }

  @Override
  public String toString() {
    return "****";
  }
}
