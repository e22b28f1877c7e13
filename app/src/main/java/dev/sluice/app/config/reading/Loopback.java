package dev.sluice.app.config.reading;

import java.util.regex.Pattern;

/** Which hosts are this machine, told by name alone: nothing is looked up. */
public final class Loopback {
  private static final Pattern NAMES =
      Pattern.compile("localhost|127(\\.\\d{1,3}){3}|::1|\\[::1]|0:0:0:0:0:0:0:1");

  private Loopback() {}

  public static boolean names(String host) {
    return NAMES.matcher(host).matches();
  }
}
