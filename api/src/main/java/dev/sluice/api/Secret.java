package dev.sluice.api;

/**
 * Text that must never be printed: a password or a key. Its {@link #toString} shows nothing of it.
 * It has no {@code equals}, so two secrets are never compared by accident.
 */
public final class Secret {
  private final String text;

  public Secret(String text) {
    this.text = text;
  }

  /** Returns the text itself, for the one call that needs it. */
  public String reveal() {
    return text;
  }

  /** Returns whether the text is empty. */
  public boolean isEmpty() {
    return text.isEmpty();
  }

  @Override
  public String toString() {
    return "****";
  }
}
