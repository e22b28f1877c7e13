package dev.sluice.api.pool;

import dev.sluice.api.pool.branding.Branding;
import dev.sluice.api.pool.client.AppClient;
import dev.sluice.api.pool.client.ResourceServer;
import dev.sluice.api.pool.message.Messages;
import dev.sluice.api.pool.signin.DeviceTracking;
import dev.sluice.api.pool.signin.MfaSettings;
import dev.sluice.api.pool.signin.PasswordPolicy;
import dev.sluice.api.pool.signin.RecoveryMechanism;
import dev.sluice.api.pool.signin.SignInSettings;
import dev.sluice.api.pool.signin.SignUpSettings;
import dev.sluice.api.pool.signin.ThreatProtection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A pool's whole configuration, as far as it could be read.
 *
 * @param devices null where no device is remembered
 * @param identityPools the identity pools of the same account and Region that trust this pool
 * @param unread what is missing here, and why
 */
public record PoolInventory(
    PoolIdentity pool,
    List<SchemaAttribute> schema,
    SignInSettings signIn,
    SignUpSettings signUp,
    PasswordPolicy passwordPolicy,
    MfaSettings mfa,
    List<RecoveryMechanism> accountRecovery,
    Messages messages,
    List<LambdaTrigger> triggers,
    @Nullable DeviceTracking devices,
    ThreatProtection threatProtection,
    List<PoolDomain> domains,
    Branding branding,
    List<AppClient> clients,
    List<ResourceServer> resourceServers,
    List<IdentityProvider> identityProviders,
    List<PoolGroup> groups,
    List<IdentityPool> identityPools,
    List<UnreadPart> unread) {
  public PoolInventory {
    schema = List.copyOf(schema);
    accountRecovery = List.copyOf(accountRecovery);
    triggers = List.copyOf(triggers);
    domains = List.copyOf(domains);
    clients = List.copyOf(clients);
    resourceServers = List.copyOf(resourceServers);
    identityProviders = List.copyOf(identityProviders);
    groups = List.copyOf(groups);
    identityPools = List.copyOf(identityPools);
    unread = List.copyOf(unread);
  }

  /** Returns whether all of this part was read; an empty list then means that the pool has none. */
  public boolean read(PoolPart part) {
    return unread.stream().noneMatch(missing -> missing.part() == part);
  }

  /** Returns the same inventory without any secret. */
  public PoolInventory withoutSecrets() {
    return new PoolInventory(
        pool,
        schema,
        signIn,
        signUp,
        passwordPolicy,
        mfa,
        accountRecovery,
        messages,
        triggers,
        devices,
        threatProtection,
        domains,
        branding,
        clients.stream().map(AppClient::withoutSecret).toList(),
        resourceServers,
        identityProviders.stream().map(IdentityProvider::withoutSecrets).toList(),
        groups,
        identityPools,
        unread);
  }
}
