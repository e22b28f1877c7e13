package dev.sluice.migration.assess.found;

/** What a bulk run into an empty target would make of a user. */
public enum Outlook {
  /** It comes with all that moves. */
  COMES('C'),
  /** It comes without its email address, which is the login of another. */
  WITHOUT_ADDRESS('A'),
  /** Another profile of the same person comes in its place. */
  MERGED('M'),
  /** It is rejected for what it is, whoever else there is. */
  UNFIT('U'),
  /** It is rejected, because another user with a better claim has the same username there. */
  USERNAME_TAKEN('N'),
  /** It is rejected, because it is not certain whose profile it is. */
  PERSON_UNCERTAIN('P');

  private final char code;

  Outlook(char code) {
    this.code = code;
  }

  /** Returns whether the target has the user afterwards. */
  public boolean isWritten() {
    return this == COMES || this == WITHOUT_ADDRESS;
  }

  /** Returns what stands for it in a file. */
  public byte code() {
    return (byte) code;
  }

  /** Returns the outlook that has this code. */
  public static Outlook of(byte code) {
    for (Outlook outlook : values()) {
      if (outlook.code == code) {
        return outlook;
      }
    }
    throw new IllegalArgumentException("No outlook has the code " + code + ".");
  }
}
