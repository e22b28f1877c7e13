package dev.sluice.cognito.pool;

import dev.sluice.api.source.PoolDescription;
import dev.sluice.api.source.SourceException;
import dev.sluice.api.user.PoolLogins;
import dev.sluice.cognito.call.CognitoConnection;
import dev.sluice.cognito.call.CognitoOptions;
import dev.sluice.cognito.call.PasswordFlow;
import dev.sluice.cognito.call.QuotaCategory;
import dev.sluice.cognito.call.RetriedCalls;
import dev.sluice.cognito.user.Identities;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.LambdaConfigType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.SchemaAttributeType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserPoolClientType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserPoolType;

/** Reads the configuration of the pool and of the app client. */
public final class PoolConfiguration {
  /** Attributes that have fields of their own in a user's record. */
  private static final Set<String> NOT_ATTRIBUTES = Set.of("sub", Identities.ATTRIBUTE);

  private final CognitoOptions options;
  private final CognitoIdentityProviderClient client;
  private final RetriedCalls calls;

  public PoolConfiguration(CognitoConnection connection, RetriedCalls calls) {
    this.options = connection.options();
    this.client = connection.client();
    this.calls = calls;
  }

  public PoolDescription describe() {
    UserPoolType pool = pool();
    return new PoolDescription(
        pool.id(),
        pool.name(),
        Objects.requireNonNullElse(pool.estimatedNumberOfUsers(), 0),
        attributeNames(pool),
        new PoolLogins(
            Set.copyOf(pool.usernameAttributesAsStrings()),
            Set.copyOf(pool.aliasAttributesAsStrings()),
            PoolSettings.caseSensitive(pool)));
  }

  public List<String> cautions() {
    List<String> cautions = new ArrayList<>();
    LambdaConfigType triggers = pool().lambdaConfig();
    if (triggers != null && triggers.userMigration() != null) {
      cautions.add(
          "User pool "
              + options.userPoolId()
              + " has a user migration trigger: asking it about the password of a user whom it"
              + " does not know can create that user in the pool. Remove the trigger, or"
              + " expect new users there until the cut-over.");
    }
    cautions.addAll(clientCautions());
    return cautions;
  }

  private List<String> clientCautions() {
    try {
      return clientCautions(client());
    } catch (SourceException unreadable) {
      return List.of(
          "The app client's settings cannot be read beforehand: " + unreadable.getMessage());
    }
  }

  private List<String> clientCautions(UserPoolClientType found) {
    List<String> cautions = new ArrayList<>();
    PasswordFlow flow = options.passwordFlow();
    if (!flow.isAllowedBy(found.explicitAuthFlowsAsStrings())) {
      cautions.add(
          "App client "
              + options.appClientId()
              + " does not allow "
              + flow.neededClientFlow()
              + ": no password can be checked until it does.");
    }
    if (found.clientSecret() != null && options.appClientSecret() == null) {
      cautions.add(
          "App client "
              + options.appClientId()
              + " has a secret: set app-client-secret, or no password can be checked.");
    }
    return cautions;
  }

  UserPoolType pool() {
    return calls
        .read(
            QuotaCategory.USER_POOL_READ,
            "DescribeUserPool",
            () -> client.describeUserPool(r -> r.userPoolId(options.userPoolId())))
        .userPool();
  }

  private UserPoolClientType client() {
    return calls
        .read(
            QuotaCategory.USER_POOL_CLIENT_READ,
            "DescribeUserPoolClient",
            () ->
                client.describeUserPoolClient(
                    r -> r.userPoolId(options.userPoolId()).clientId(options.appClientId())))
        .userPoolClient();
  }

  private static List<String> attributeNames(UserPoolType pool) {
    return pool.schemaAttributes().stream()
        .map(SchemaAttributeType::name)
        .filter(name -> !NOT_ATTRIBUTES.contains(name))
        .toList();
  }
}
