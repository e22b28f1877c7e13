package dev.sluice.app.gateway.hook;

import dev.sluice.app.gateway.request.GatewayToken;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/**
 * Authenticates the target at a hook by what such systems can present: the gateway's token as a
 * bearer token, as the password of HTTP Basic, or in a header of its own; or a client certificate
 * that the web server has verified.
 */
final class HookCallers {
  /** The header that carries the token alone. */
  static final String HEADER = "X-Sluice-Token";

  private static final String CERTIFICATES = "jakarta.servlet.request.X509Certificate";
  private static final String BEARER = "Bearer ";
  private static final String BASIC = "Basic ";

  private final GatewayToken token;

  HookCallers(GatewayToken token) {
    this.token = token;
  }

  boolean knows(HttpServletRequest call) {
    @Nullable String authorization = call.getHeader(HttpHeaders.AUTHORIZATION);
    @Nullable String own = call.getHeader(HEADER);
    return call.getAttribute(CERTIFICATES) != null
        || (own != null && token.is(own.strip()))
        || (authorization != null && isOurs(authorization));
  }

  private boolean isOurs(String authorization) {
    if (begins(authorization, BEARER)) {
      return token.is(authorization.substring(BEARER.length()).strip());
    }
    return begins(authorization, BASIC)
        && isOursInBasic(authorization.substring(BASIC.length()).strip());
  }

  private boolean isOursInBasic(String credentials) {
    try {
      String decoded = new String(Base64.getDecoder().decode(credentials), StandardCharsets.UTF_8);
      return token.is(decoded.substring(decoded.indexOf(':') + 1));
    } catch (IllegalArgumentException notBase64) {
      return false;
    }
  }

  private static boolean begins(String header, String scheme) {
    return header.regionMatches(true, 0, scheme, 0, scheme.length());
  }
}
