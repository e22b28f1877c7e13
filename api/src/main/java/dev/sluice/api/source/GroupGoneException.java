package dev.sluice.api.source;

/** Thrown when a group no longer exists whose members are to be read. */
public final class GroupGoneException extends SourceException {
  private static final long serialVersionUID = 1L;

  public GroupGoneException(String group, Throwable cause) {
    super("The group \"" + group + "\" no longer exists.", cause);
  }
}
