package dev.sluice.app.config;

import java.util.regex.Pattern;

/** Masks passwords in addresses, those of JDBC too. */
public final class Credentials {
  private static final Pattern PASSWORD =
      Pattern.compile("(?i)((?:password|sslpassword)=)[^&]*|(//[^/@:]*:)[^@/]*(?=@)");

  private Credentials() {}

  /** Returns the address with any password masked. */
  public static String masked(String address) {
    return PASSWORD.matcher(address).replaceAll("$1$2****");
  }
}
