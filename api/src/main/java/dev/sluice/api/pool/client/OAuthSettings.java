package dev.sluice.api.pool.client;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an app client may do at the OAuth endpoints.
 *
 * @param enabled whether it may use them at all; the rest has no effect otherwise
 * @param grants code, implicit, client_credentials
 * @param scopes such as {@code openid} or {@code orders/read}
 */
public record OAuthSettings(
    boolean enabled,
    List<String> grants,
    List<String> scopes,
    List<String> callbackUrls,
    List<String> logoutUrls,
    @Nullable String defaultRedirectUri) {
  public OAuthSettings {
    grants = List.copyOf(grants);
    scopes = List.copyOf(scopes);
    callbackUrls = List.copyOf(callbackUrls);
    logoutUrls = List.copyOf(logoutUrls);
  }

  /** Returns whether the client may use this grant now. */
  public boolean allows(String grant) {
    return enabled && grants.contains(grant);
  }
}
