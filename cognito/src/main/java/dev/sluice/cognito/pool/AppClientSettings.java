package dev.sluice.cognito.pool;

import dev.sluice.api.Secret;
import dev.sluice.api.pool.client.AppClient;
import dev.sluice.api.pool.client.OAuthSettings;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserPoolClientType;

/** Reads what {@code DescribeUserPoolClient} says into Sluice's own types. */
final class AppClientSettings {
  private AppClientSettings() {}

  static AppClient of(UserPoolClientType client) {
    return new AppClient(
        client.clientId(),
        client.clientName(),
        client.clientSecret() != null,
        client.clientSecret() == null ? null : new Secret(client.clientSecret()),
        client.creationDate(),
        client.lastModifiedDate(),
        client.explicitAuthFlowsAsStrings(),
        oauth(client),
        TokenTimes.of(client),
        client.readAttributes(),
        client.writeAttributes(),
        client.supportedIdentityProviders(),
        "ENABLED".equals(client.preventUserExistenceErrorsAsString()),
        Boolean.TRUE.equals(client.enableTokenRevocation()));
  }

  private static OAuthSettings oauth(UserPoolClientType client) {
    return new OAuthSettings(
        Boolean.TRUE.equals(client.allowedOAuthFlowsUserPoolClient()),
        client.allowedOAuthFlowsAsStrings(),
        client.allowedOAuthScopes(),
        client.callbackURLs(),
        client.logoutURLs(),
        client.defaultRedirectURI());
  }
}
