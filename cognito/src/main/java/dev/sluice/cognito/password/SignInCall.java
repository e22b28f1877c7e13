package dev.sluice.cognito.password;

import dev.sluice.api.source.PasswordAttempt;
import dev.sluice.cognito.call.CognitoConnection;
import dev.sluice.cognito.call.CognitoOptions;
import java.time.Duration;
import java.util.Map;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AuthFlowType;

/**
 * Signs a user in with a password. {@code DEVICE_KEY} is never sent, so that Cognito asks for no
 * device. {@code USER_AUTH} is never used, because a passkey or a code may take the password's
 * place there.
 */
final class SignInCall {
  private final CognitoOptions options;
  private final CognitoIdentityProviderClient client;
  private final ClientParameters parameters;
  private final SrpSignInCall srp;

  SignInCall(CognitoConnection connection) {
    this.options = connection.options();
    this.client = connection.client();
    this.parameters = new ClientParameters(options);
    this.srp = new SrpSignInCall(connection);
  }

  /** Returns Cognito's name for the call. */
  String operation() {
    return switch (options.passwordFlow()) {
      case ADMIN, SRP -> "AdminInitiateAuth";
      case USER -> "InitiateAuth";
    };
  }

  SignIn make(PasswordAttempt attempt, Duration longest) throws InterruptedException {
    return switch (options.passwordFlow()) {
      case ADMIN -> admin(attempt, longest);
      case USER -> user(attempt, longest);
      case SRP -> srp.make(attempt, longest);
    };
  }

  private SignIn admin(PasswordAttempt attempt, Duration longest) {
    return SignIn.of(
        client.adminInitiateAuth(r ->
            r.userPoolId(options.userPoolId())
                .clientId(options.appClientId())
                .authFlow(AuthFlowType.ADMIN_USER_PASSWORD_AUTH)
                .authParameters(parameters(attempt))
                .contextData(ClientParameters.context(attempt.ip(), attempt.userAgent()))
                .overrideConfiguration(o -> o.apiCallTimeout(longest))));
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
    Map<String, String> sent = parameters.of(attempt.login());
    sent.put("PASSWORD", attempt.password().reveal());
    return sent;
  }
}
