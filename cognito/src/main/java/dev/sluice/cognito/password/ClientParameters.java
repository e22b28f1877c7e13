package dev.sluice.cognito.password;

import dev.sluice.api.Secret;
import dev.sluice.cognito.call.CognitoOptions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ContextDataType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.HttpHeader;

/** The parameters of every sign-in: which user, for which app client, and from where. */
final class ClientParameters {
  /** An address of IPv4 or IPv6, roughly. */
  private static final Pattern ADDRESS = Pattern.compile("[0-9a-fA-F:.]{2,45}");

  private static final int LONGEST_BROWSER = 500;

  private final String clientId;
  private final @Nullable Secret clientSecret;

  ClientParameters(CognitoOptions options) {
    this.clientId = options.appClientId();
    this.clientSecret = options.appClientSecret();
  }

  /**
   * Returns as much of a browser's name as identifies it. It comes from a stranger, and must not
   * make Cognito refuse the call.
   */
  private static String plain(String userAgent) {
    String printable = userAgent.replaceAll("[^\\x20-\\x7E]+", " ").strip();
    return printable.substring(0, Math.min(LONGEST_BROWSER, printable.length()));
  }

  /** Returns the username, with the hash that a client with a secret needs; more may be added. */
  Map<String, String> of(String username) {
    Map<String, String> parameters = new HashMap<>();
    parameters.put("USERNAME", username);
    if (clientSecret != null) {
      parameters.put("SECRET_HASH", SecretHash.of(username, clientId, clientSecret));
    }
    return parameters;
  }

  /**
   * Returns the context that Cognito's threat protection needs, which has all four fields (service
   * model, {@code ContextDataType}).
   *
   * @return null where the end user's address is not known, or is none
   */
  static @Nullable ContextDataType context(@Nullable String ip, @Nullable String userAgent) {
    if (ip == null || !ADDRESS.matcher(ip).matches()) {
      return null;
    }
    String browser = userAgent == null ? "" : plain(userAgent);
    List<HttpHeader> headers =
        browser.isEmpty()
            ? List.of()
            : List.of(HttpHeader.builder().headerName("User-Agent").headerValue(browser).build());
    return ContextDataType.builder()
        .ipAddress(ip)
        .serverName("sluice")
        .serverPath("/v1/first-login")
        .httpHeaders(headers)
        .build();
  }
}
