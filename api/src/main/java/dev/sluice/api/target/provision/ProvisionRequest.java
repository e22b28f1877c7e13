package dev.sluice.api.target.provision;

import dev.sluice.api.MigrationMode;
import dev.sluice.api.Secret;
import dev.sluice.api.pool.PoolInventory;
import java.net.URI;
import java.util.List;

/**
 * What a target must be made ready for.
 *
 * @param gatewayUrl how the target reaches the gateway
 * @param attributeNames the attributes that users will carry, by their names at the target
 * @param groups the group paths that users will be in
 * @param loginWithEmail whether an email address is a login at the source
 * @param pool the configuration of the pool that users leave, with or without its secrets
 * @param names what its attributes and groups are called at the target
 * @param firstLogin what the operator has chosen for first logins
 */
public record ProvisionRequest(
    MigrationMode mode,
    URI gatewayUrl,
    Secret gatewayToken,
    List<String> attributeNames,
    List<String> groups,
    boolean loginWithEmail,
    PoolInventory pool,
    NamesAtTarget names,
    FirstLoginChoices firstLogin) {
  public ProvisionRequest {
    attributeNames = List.copyOf(attributeNames);
    groups = List.copyOf(groups);
  }

  /** Creates a request with the default choices for first logins. */
  public ProvisionRequest(
      MigrationMode mode,
      URI gatewayUrl,
      Secret gatewayToken,
      List<String> attributeNames,
      List<String> groups,
      boolean loginWithEmail,
      PoolInventory pool,
      NamesAtTarget names) {
    this(
        mode,
        gatewayUrl,
        gatewayToken,
        attributeNames,
        groups,
        loginWithEmail,
        pool,
        names,
        FirstLoginChoices.DEFAULT);
  }

  /** Returns the same request with other choices for first logins. */
  public ProvisionRequest with(FirstLoginChoices choices) {
    return new ProvisionRequest(
        mode,
        gatewayUrl,
        gatewayToken,
        attributeNames,
        groups,
        loginWithEmail,
        pool,
        names,
        choices);
  }
}
