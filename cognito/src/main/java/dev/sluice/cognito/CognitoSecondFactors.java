package dev.sluice.cognito;

import dev.sluice.migration.source.SecondFactor;
import dev.sluice.migration.source.SecondFactors;
import dev.sluice.migration.source.SourceException;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AdminGetUserResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserNotFoundException;

/**
 * Asks with {@code AdminGetUser}, which counts the user as active this month: Cognito tells second
 * factors in no other way.
 */
public final class CognitoSecondFactors implements SecondFactors {
  private final CognitoIdentityProviderClient client;
  private final String pool;
  private final SourceCalls calls;

  CognitoSecondFactors(CognitoConnection connection, Patience patience) {
    this.client = connection.client();
    this.pool = connection.options().userPoolId();
    this.calls = new SourceCalls(connection, patience);
  }

  @Override
  public Optional<Set<SecondFactor>> of(String username) {
    try {
      return Optional.of(
          in(
              calls.read(
                  QuotaCategory.USER_READ,
                  "AdminGetUser",
                  () -> client.adminGetUser(r -> r.userPoolId(pool).username(username)))));
    } catch (SourceException e) {
      if (e.getCause() instanceof UserNotFoundException) {
        return Optional.empty();
      }
      throw e;
    }
  }

  private static Set<SecondFactor> in(AdminGetUserResponse user) {
    Set<SecondFactor> factors = EnumSet.noneOf(SecondFactor.class);
    user.userMFASettingList().forEach(name -> factors.add(factor(name)));
    // The former way to say that a user has SMS; it says nothing else (API reference, MFAOptions).
    if (user.hasMfaOptions() && !user.mfaOptions().isEmpty()) {
      factors.add(SecondFactor.SMS);
    }
    return factors;
  }

  private static SecondFactor factor(String name) {
    return switch (name) {
      case "SOFTWARE_TOKEN_MFA" -> SecondFactor.TOTP;
      case "SMS_MFA" -> SecondFactor.SMS;
      case "EMAIL_OTP" -> SecondFactor.EMAIL;
      default -> SecondFactor.CHOICE;
    };
  }
}
