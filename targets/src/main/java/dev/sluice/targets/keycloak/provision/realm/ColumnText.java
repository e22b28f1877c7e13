package dev.sluice.targets.keycloak.provision.realm;

/**
 * Texts that Keycloak stores in columns of 255 characters: names of objects, descriptions, redirect
 * URIs and attributes of groups. It fails with 500 at a longer one.
 */
public final class ColumnText {
  /** The most characters of such a text. */
  public static final int LONGEST = 255;

  private ColumnText() {}

  /** Tells whether Keycloak can store all of a text. */
  public static boolean fits(String text) {
    return text.length() <= LONGEST;
  }

  /** Returns as much of the beginning as Keycloak can store. */
  public static String cut(String text) {
    if (fits(text)) {
      return text;
    }
    boolean half = Character.isHighSurrogate(text.charAt(LONGEST - 1));
    return text.substring(0, half ? LONGEST - 1 : LONGEST);
  }
}
