package dev.sluice.cognito;

import dev.sluice.migration.source.PasswordAttempt;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AuthFlowType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ContextDataType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.HttpHeader;

/**
 * Signs a user in with a password. {@code DEVICE_KEY} is never sent, so that no device is asked
 * for, and {@code USER_AUTH} is never used, where a passkey or a code may take the password's
 * place.
 */
final class SignInCall {
  private final CognitoOptions options;
  private final CognitoIdentityProviderClient client;

  SignInCall(CognitoConnection connection) {
    this.options = connection.options();
    this.client = connection.client();
  }

  SignIn make(PasswordAttempt attempt, Duration longest) {
    return switch (options.passwordFlow()) {
      case ADMIN -> admin(attempt, longest);
      case USER -> user(attempt, longest);
    };
  }

  private SignIn admin(PasswordAttempt attempt, Duration longest) {
    return SignIn.of(
        client.adminInitiateAuth(r -> {
          r.userPoolId(options.userPoolId())
              .clientId(options.appClientId())
              .authFlow(AuthFlowType.ADMIN_USER_PASSWORD_AUTH)
              .authParameters(parameters(attempt))
              .overrideConfiguration(o -> o.apiCallTimeout(longest));
          if (attempt.ip() != null) {
            r.contextData(context(attempt, attempt.ip()));
          }
        }));
  }

  private SignIn user(PasswordAttempt attempt, Duration longest) {
    return SignIn.of(
        client.initiateAuth(r ->
            r.clientId(options.appClientId())
                .authFlow(AuthFlowType.USER_PASSWORD_AUTH)
                .authParameters(parameters(attempt))
                .overrideConfiguration(o -> o.apiCallTimeout(longest))));
  }

  private Map<String, String> parameters(PasswordAttempt attempt) {
    Map<String, String> parameters = new HashMap<>();
    parameters.put("USERNAME", attempt.login());
    parameters.put("PASSWORD", attempt.password().reveal());
    if (options.appClientSecret() != null) {
      parameters.put(
          "SECRET_HASH",
          SecretHash.of(attempt.login(), options.appClientId(), options.appClientSecret()));
    }
    return parameters;
  }

  /** Cognito's threat protection wants all four fields (service model, {@code ContextDataType}). */
  private static ContextDataType context(PasswordAttempt attempt, String ip) {
    List<HttpHeader> headers =
        attempt.userAgent() == null
            ? List.of()
            : List.of(
                HttpHeader.builder()
                    .headerName("User-Agent")
                    .headerValue(attempt.userAgent())
                    .build());
    return ContextDataType.builder()
        .ipAddress(ip)
        .serverName("sluice")
        .serverPath("/v1/first-login")
        .httpHeaders(headers)
        .build();
  }
}
