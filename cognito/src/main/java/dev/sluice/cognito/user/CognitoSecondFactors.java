package dev.sluice.cognito.user;

import dev.sluice.api.source.SecondFactor;
import dev.sluice.api.source.SecondFactors;
import dev.sluice.api.source.SourceException;
import dev.sluice.cognito.call.CognitoConnection;
import dev.sluice.cognito.call.Patience;
import dev.sluice.cognito.call.QuotaCategory;
import dev.sluice.cognito.call.RetriedCalls;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AdminGetUserResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserNotFoundException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserPoolMfaType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserPoolType;

/**
 * Reads second factors with {@code AdminGetUser}, which counts the user as active this month:
 * Cognito has no other call that returns the second factors of a user.
 */
public final class CognitoSecondFactors implements SecondFactors {
  private final CognitoIdentityProviderClient client;
  private final String pool;
  private final RetriedCalls calls;
  private final AtomicReference<@Nullable Rule> rule = new AtomicReference<>();

  public CognitoSecondFactors(CognitoConnection connection, Patience patience) {
    this.client = connection.client();
    this.pool = connection.options().userPoolId();
    this.calls = new RetriedCalls(connection, patience);
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

  /** Returns what the pool's MFA setting says; a setting that was read is reused for a minute. */
  @Override
  public Optional<Boolean> ofEverybody() {
    Rule known = rule.get();
    if (known == null || known.isOld()) {
      known = new Rule(mfa(), System.nanoTime());
      rule.set(known);
    }
    return switch (known.mfa()) {
      case ON -> Optional.of(true);
      case OFF -> Optional.of(false);
      case OPTIONAL, UNKNOWN_TO_SDK_VERSION -> Optional.empty();
    };
  }

  private UserPoolMfaType mfa() {
    UserPoolType described =
        calls.read(
            QuotaCategory.USER_POOL_READ,
            "DescribeUserPool",
            () -> client.describeUserPool(r -> r.userPoolId(pool)).userPool());
    return Objects.requireNonNullElse(described.mfaConfiguration(), UserPoolMfaType.OFF);
  }

  private record Rule(UserPoolMfaType mfa, long readAt) {
    boolean isOld() {
      return System.nanoTime() - readAt > Duration.ofMinutes(1).toNanos();
    }
  }

  private static Set<SecondFactor> in(AdminGetUserResponse user) {
    Set<SecondFactor> factors = EnumSet.noneOf(SecondFactor.class);
    user.userMFASettingList().forEach(name -> factors.add(factor(name)));
    // The former field for SMS; it holds nothing else (API reference, MFAOptions).
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
