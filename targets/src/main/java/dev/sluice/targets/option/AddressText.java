package dev.sluice.targets.option;

import java.net.URI;
import java.util.Locale;

/** An address in the one form that all its spellings have. */
public final class AddressText {
  private AddressText() {}

  /**
   * With scheme and host in lower case and without the scheme's own port.
   *
   * @param address of HTTP, with a host and without query
   */
  public static String of(URI address) {
    String scheme = lower(address.getScheme());
    int own = scheme.equals("https") ? 443 : 80;
    boolean plain = address.getPort() < 0 || address.getPort() == own;
    String path = address.getRawPath() == null ? "" : address.getRawPath();
    return scheme
        + "://"
        + lower(address.getHost())
        + (plain ? "" : ":" + address.getPort())
        + path;
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
