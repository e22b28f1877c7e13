package dev.sluice.keycloak.gateway;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where people log in who cannot move yet, as the gateway's operator has set it. It ends up in a
 * link on the login page, so it must be an address that is harmless there, whatever was sent.
 */
public record OldSystem(URI url) {
  private static final Pattern THIS_MACHINE =
      Pattern.compile("localhost|127(\\.\\d{1,3}){3}|\\[::1]");
  private static final int LONGEST = 2_000;

  /** Empty when it is no address that a link may have. */
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

  /** The address in letters that every browser and every page takes. */
  public String address() {
    return url.toASCIIString();
  }
}
