package dev.sluice.cognito.pool;

import dev.sluice.api.pool.IdentityPool;
import dev.sluice.api.pool.IdentityProvider;
import dev.sluice.api.pool.PoolDomain;
import dev.sluice.api.pool.PoolGroup;
import dev.sluice.api.pool.PoolInventory;
import dev.sluice.api.pool.PoolPart;
import dev.sluice.api.pool.branding.Branding;
import dev.sluice.api.pool.branding.ClassicStyle;
import dev.sluice.api.pool.branding.ManagedLoginStyle;
import dev.sluice.api.pool.client.AppClient;
import dev.sluice.api.pool.client.ResourceServer;
import dev.sluice.api.pool.signin.ThreatProtection;
import dev.sluice.cognito.call.CognitoConnection;
import dev.sluice.cognito.call.RetriedCalls;
import dev.sluice.cognito.user.SecondFactors;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import software.amazon.awssdk.services.cognitoidentity.CognitoIdentityClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.GetUserPoolMfaConfigResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserPoolType;

/**
 * Reads a pool's whole configuration with calls that neither change nor bill anything. Each part is
 * read by a thread of its own, because every operation has a quota of its own: a pool of 300
 * clients takes a minute and a half instead of six.
 */
public final class PoolInventoryReader {
  private final CognitoConnection connection;
  private final RetriedCalls calls;
  private final PoolConfiguration configuration;

  public PoolInventoryReader(
      CognitoConnection connection, RetriedCalls calls, PoolConfiguration configuration) {
    this.connection = connection;
    this.calls = calls;
    this.configuration = configuration;
  }

  public PoolInventory read() {
    UserPoolType pool = configuration.pool();
    PoolReads reads = new PoolReads(connection, calls);
    List<String> clientIds = new AppClients(reads).ids();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      return Parts.started(this, reads, pool, clientIds, threads).together(pool, reads);
    }
  }

  private List<PoolGroup> groups(PoolReads reads) {
    Groups groups = new Groups(connection, calls);
    return reads.part(PoolPart.GROUPS, List.of(), groups::withRoles);
  }

  private List<IdentityPool> identityPools(PoolReads reads) {
    try (CognitoIdentityClient client = connection.identityPools()) {
      return new IdentityPools(reads, client).all();
    }
  }

  private static GetUserPoolMfaConfigResponse mfa(PoolReads reads) {
    return reads.part(
        PoolPart.MFA,
        GetUserPoolMfaConfigResponse.builder().build(),
        () ->
            reads.resource(
                "GetUserPoolMfaConfig",
                () -> reads.client().getUserPoolMfaConfig(r -> r.userPoolId(reads.pool()))));
  }

  /** What is being read. */
  private record Parts(
      Future<GetUserPoolMfaConfigResponse> mfa,
      Future<ThreatProtection> threats,
      Future<List<PoolDomain>> domains,
      Future<List<ClassicStyle>> classic,
      Future<List<ManagedLoginStyle>> managedLogin,
      Future<List<AppClient>> clients,
      Future<List<ResourceServer>> servers,
      Future<List<IdentityProvider>> providers,
      Future<List<PoolGroup>> groups,
      Future<List<IdentityPool>> identityPools) {

    static Parts started(
        PoolInventoryReader reader,
        PoolReads reads,
        UserPoolType pool,
        List<String> clientIds,
        ExecutorService threads) {
      BrandingReader branding = new BrandingReader(reads);
      return new Parts(
          threads.submit(() -> PoolInventoryReader.mfa(reads)),
          threads.submit(() -> new Risks(reads).of(pool.userPoolAddOns(), clientIds)),
          threads.submit(() -> new PoolDomains(reads).of(pool)),
          threads.submit(() -> branding.classic(clientIds)),
          threads.submit(() -> branding.managedLogin(clientIds)),
          threads.submit(() -> new AppClients(reads).of(clientIds)),
          threads.submit(() -> new ResourceServers(reads).all()),
          threads.submit(() -> new IdentityProviders(reads).all()),
          threads.submit(() -> reader.groups(reads)),
          threads.submit(() -> reader.identityPools(reads)));
    }

    PoolInventory together(UserPoolType pool, PoolReads reads) {
      GetUserPoolMfaConfigResponse factors = Await.result(mfa);
      return new PoolInventory(
          PoolSettings.identity(pool),
          PoolSettings.schema(pool),
          PoolSettings.signIn(pool, factors),
          PoolSettings.signUp(pool),
          PoolSettings.passwordPolicy(pool),
          SecondFactors.of(pool, factors),
          PoolSettings.recovery(pool),
          PoolMessages.of(pool, factors),
          PoolTriggers.of(pool.lambdaConfig()),
          PoolSettings.devices(pool),
          Await.result(threats),
          Await.result(domains),
          new Branding(Await.result(classic), Await.result(managedLogin)),
          Await.result(clients),
          Await.result(servers),
          Await.result(providers),
          Await.result(groups),
          Await.result(identityPools),
          reads.unread());
    }
  }
}
