package dev.sluice.keycloak.gateway;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The address at which users log in that cannot move yet, as the gateway's operator set it. It
 * becomes a link on the login page, so it must be harmless there, whatever was sent.
 */
public record OldSystem(URI url) {
  private static final Pattern THIS_MACHINE =
      Pattern.compile("localhost|127(\\.\\d{1,3}){3}|\\[::1]");
  private static final int LONGEST = 2_000;

  /** Reads an address; empty if a link must not have it. */
  static Optional<OldSystem> at(@Nullable String url) {
    if (url == null || url.length() > LONGEST) {
      return Optional.empty();
    }
    try {
      return Optional.of(new URI(url)).filter(OldSystem::isHarmless).map(OldSystem::new);
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  private static boolean isHarmless(URI url) {
    String host = url.getHost();
    boolean encrypted = "https".equals(url.getScheme());
    boolean here =
        "http".equals(url.getScheme()) && host != null && THIS_MACHINE.matcher(host).matches();
    return host != null && url.getRawUserInfo() == null && (encrypted || here);
  }

  /** Returns the address in ASCII, for every browser and page. */
  public String address() {
    return url.toASCIIString();
  }
}
