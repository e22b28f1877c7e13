package dev.sluice.api.target;

/** Thrown when the target cannot be used: its message says what, where and what to do. */
public final class TargetException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final boolean lasting;
  private final boolean unavailable;

  public TargetException(String message) {
    super(message);
    this.lasting = false;
    this.unavailable = false;
  }

  public TargetException(String message, Throwable cause) {
    this(message, cause, false, false);
  }

  private TargetException(String message, Throwable cause, boolean lasting, boolean unavailable) {
    super(message, cause);
    this.lasting = lasting;
    this.unavailable = unavailable;
  }

  /** Makes one for a trouble that stays until somebody acts, such as a missing right. */
  public static TargetException lasting(String message, Throwable cause) {
    return new TargetException(message, cause, true, false);
  }

  /** Returns the same for a target that answers nothing at present, whatever it is asked. */
  public TargetException unavailable() {
    return new TargetException(String.valueOf(getMessage()), this, lasting, true);
  }

  /** Returns whether another try is of no use before somebody has acted. */
  public boolean isLasting() {
    return lasting;
  }

  /** Tells whether the target answers nothing at present, so that it is of no use to go on. */
  public boolean isUnavailable() {
    return unavailable;
  }
}
