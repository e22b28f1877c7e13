package dev.sluice.cognito.pool;

import dev.sluice.api.pool.PoolIdentity;
import dev.sluice.api.pool.SchemaAttribute;
import dev.sluice.api.pool.signin.DeviceTracking;
import dev.sluice.api.pool.signin.PasswordPolicy;
import dev.sluice.api.pool.signin.RecoveryMechanism;
import dev.sluice.api.pool.signin.SignInSettings;
import dev.sluice.api.pool.signin.SignUpSettings;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AccountRecoverySettingType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.DeviceConfigurationType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.GetUserPoolMfaConfigResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.PasswordPolicyType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.SchemaAttributeType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserPoolPolicyType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserPoolType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.WebAuthnConfigurationType;

/** Reads what {@code DescribeUserPool} says of the pool itself into Sluice's own types. */
final class PoolSettings {
  /** The default where the pool says nothing (API reference, PasswordPolicyType). */
  private static final int DEFAULT_LENGTH = 8;

  private static final int DEFAULT_TEMPORARY_DAYS = 7;

  private PoolSettings() {}

  static PoolIdentity identity(UserPoolType pool) {
    return new PoolIdentity(
        pool.id(),
        pool.name(),
        pool.arn(),
        pool.creationDate(),
        pool.lastModifiedDate(),
        pool.userPoolTierAsString(),
        Objects.requireNonNullElse(pool.estimatedNumberOfUsers(), 0),
        "ACTIVE".equals(pool.deletionProtectionAsString()),
        pool.userPoolTags());
  }

  static List<SchemaAttribute> schema(UserPoolType pool) {
    return pool.schemaAttributes().stream().map(PoolSettings::attribute).toList();
  }

  private static SchemaAttribute attribute(SchemaAttributeType declared) {
    return new SchemaAttribute(
        declared.name(),
        Objects.requireNonNullElse(declared.attributeDataTypeAsString(), "String"),
        Boolean.TRUE.equals(declared.required()),
        !Boolean.FALSE.equals(declared.mutable()),
        Boolean.TRUE.equals(declared.developerOnlyAttribute()),
        least(declared),
        most(declared));
  }

  private static @Nullable String least(SchemaAttributeType declared) {
    if (declared.stringAttributeConstraints() != null) {
      return declared.stringAttributeConstraints().minLength();
    }
    return declared.numberAttributeConstraints() == null
        ? null
        : declared.numberAttributeConstraints().minValue();
  }

  private static @Nullable String most(SchemaAttributeType declared) {
    if (declared.stringAttributeConstraints() != null) {
      return declared.stringAttributeConstraints().maxLength();
    }
    return declared.numberAttributeConstraints() == null
        ? null
        : declared.numberAttributeConstraints().maxValue();
  }

  static SignInSettings signIn(UserPoolType pool, GetUserPoolMfaConfigResponse mfa) {
    WebAuthnConfigurationType passkeys = mfa.webAuthnConfiguration();
    return new SignInSettings(
        pool.usernameAttributesAsStrings(),
        pool.aliasAttributesAsStrings(),
        caseSensitive(pool),
        firstFactors(pool.policies()),
        passkeys == null ? null : passkeys.relyingPartyId(),
        passkeys == null ? null : passkeys.userVerificationAsString());
  }

  /**
   * Returns whether case matters; it does in a pool that was created without saying so (API
   * reference, CreateUserPool).
   */
  static boolean caseSensitive(UserPoolType pool) {
    return pool.usernameConfiguration() == null
        || !Boolean.FALSE.equals(pool.usernameConfiguration().caseSensitive());
  }

  private static List<String> firstFactors(@Nullable UserPoolPolicyType policies) {
    return policies == null || policies.signInPolicy() == null
        ? List.of("PASSWORD")
        : policies.signInPolicy().allowedFirstAuthFactorsAsStrings();
  }

  static SignUpSettings signUp(UserPoolType pool) {
    boolean byAdministratorOnly =
        pool.adminCreateUserConfig() != null
            && Boolean.TRUE.equals(pool.adminCreateUserConfig().allowAdminCreateUserOnly());
    return new SignUpSettings(
        !byAdministratorOnly,
        pool.autoVerifiedAttributesAsStrings(),
        pool.userAttributeUpdateSettings() == null
            ? List.of()
            : pool.userAttributeUpdateSettings()
                .attributesRequireVerificationBeforeUpdateAsStrings());
  }

  static PasswordPolicy passwordPolicy(UserPoolType pool) {
    UserPoolPolicyType policies = pool.policies();
    PasswordPolicyType set =
        policies == null || policies.passwordPolicy() == null
            ? PasswordPolicyType.builder().build()
            : policies.passwordPolicy();
    return new PasswordPolicy(
        Objects.requireNonNullElse(set.minimumLength(), DEFAULT_LENGTH),
        Boolean.TRUE.equals(set.requireUppercase()),
        Boolean.TRUE.equals(set.requireLowercase()),
        Boolean.TRUE.equals(set.requireNumbers()),
        Boolean.TRUE.equals(set.requireSymbols()),
        Objects.requireNonNullElse(set.passwordHistorySize(), 0),
        temporaryDays(pool, set));
  }

  /** Returns the days, which old pools keep in their settings for invitations. */
  private static int temporaryDays(UserPoolType pool, PasswordPolicyType set) {
    if (set.temporaryPasswordValidityDays() != null) {
      return set.temporaryPasswordValidityDays();
    }
    return pool.adminCreateUserConfig() == null
            || pool.adminCreateUserConfig().unusedAccountValidityDays() == null
        ? DEFAULT_TEMPORARY_DAYS
        : pool.adminCreateUserConfig().unusedAccountValidityDays();
  }

  static List<RecoveryMechanism> recovery(UserPoolType pool) {
    AccountRecoverySettingType set = pool.accountRecoverySetting();
    return set == null
        ? List.of()
        : set.recoveryMechanisms().stream()
            .map(each -> new RecoveryMechanism(each.nameAsString(), each.priority()))
            .toList();
  }

  static @Nullable DeviceTracking devices(UserPoolType pool) {
    DeviceConfigurationType set = pool.deviceConfiguration();
    return set == null
        ? null
        : new DeviceTracking(
            Boolean.TRUE.equals(set.challengeRequiredOnNewDevice()),
            Boolean.TRUE.equals(set.deviceOnlyRememberedOnUserPrompt()));
  }
}
