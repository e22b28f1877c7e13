package dev.sluice.api.pool.client;

import dev.sluice.api.Secret;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An application that may use the pool.
 *
 * @param confidential whether it has a secret, known or not
 * @param secret null where it has none or where it was left out of a file
 * @param explicitAuthFlows such as ALLOW_USER_SRP_AUTH
 * @param supportedIdentityProviders COGNITO and names of the pool's providers
 * @param preventUserExistenceErrors whether unknown users look like wrong passwords
 * @param tokenRevocation whether refresh tokens can be revoked
 */
public record AppClient(
    String id,
    String name,
    boolean confidential,
    @Nullable Secret secret,
    @Nullable Instant createdAt,
    @Nullable Instant modifiedAt,
    List<String> explicitAuthFlows,
    OAuthSettings oauth,
    TokenSettings tokens,
    List<String> readAttributes,
    List<String> writeAttributes,
    List<String> supportedIdentityProviders,
    boolean preventUserExistenceErrors,
    boolean tokenRevocation) {
  public AppClient {
    explicitAuthFlows = List.copyOf(explicitAuthFlows);
    readAttributes = List.copyOf(readAttributes);
    writeAttributes = List.copyOf(writeAttributes);
    supportedIdentityProviders = List.copyOf(supportedIdentityProviders);
  }

  /** Returns the same client without its secret. */
  public AppClient withoutSecret() {
    return new AppClient(
        id,
        name,
        confidential,
        null,
        createdAt,
        modifiedAt,
        explicitAuthFlows,
        oauth,
        tokens,
        readAttributes,
        writeAttributes,
        supportedIdentityProviders,
        preventUserExistenceErrors,
        tokenRevocation);
  }
}
