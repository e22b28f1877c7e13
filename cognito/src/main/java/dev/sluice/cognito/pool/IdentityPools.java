package dev.sluice.cognito.pool;

import dev.sluice.api.pool.IdentityPool;
import dev.sluice.api.pool.PoolPart;
import dev.sluice.cognito.call.Pages;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import software.amazon.awssdk.services.cognitoidentity.CognitoIdentityClient;
import software.amazon.awssdk.services.cognitoidentity.model.CognitoIdentityProvider;
import software.amazon.awssdk.services.cognitoidentity.model.DescribeIdentityPoolResponse;
import software.amazon.awssdk.services.cognitoidentity.model.IdentityPoolShortDescription;
import software.amazon.awssdk.services.cognitoidentity.model.ListIdentityPoolsResponse;

/**
 * The identity pools that trust the user pool. AWS has no search for them, so each identity pool of
 * the account and Region is read, at most 1,000 unless raised (Cognito developer guide, quotas).
 */
final class IdentityPools {
  private static final int PAGE = 60;

  private final PoolReads reads;
  private final CognitoIdentityClient client;

  IdentityPools(PoolReads reads, CognitoIdentityClient client) {
    this.reads = reads;
    this.client = client;
  }

  List<IdentityPool> all() {
    PoolPart part = PoolPart.IDENTITY_POOLS;
    return reads.each(part, reads.part(part, List.of(), this::ids), this::read);
  }

  private List<String> ids() {
    return Pages.all(
        position ->
            reads.identityPool(
                "ListIdentityPools",
                () -> client.listIdentityPools(r -> r.maxResults(PAGE).nextToken(position))),
        page ->
            page.identityPools().stream()
                .map(IdentityPoolShortDescription::identityPoolId)
                .toList(),
        ListIdentityPoolsResponse::nextToken);
  }

  private Optional<IdentityPool> read(String id) {
    DescribeIdentityPoolResponse found =
        reads.identityPool(
            "DescribeIdentityPool", () -> client.describeIdentityPool(r -> r.identityPoolId(id)));
    List<String> clients =
        found.cognitoIdentityProviders().stream()
            .filter(this::thisPool)
            .map(CognitoIdentityProvider::clientId)
            .toList();
    return clients.isEmpty() ? Optional.empty() : Optional.of(pool(found, clients));
  }

  /**
   * Returns whether the provider is this pool, such as {@code
   * cognito-idp.eu-west-1.amazonaws.com/eu-west-1_Ab12Cd34E}.
   */
  private boolean thisPool(CognitoIdentityProvider trusted) {
    return trusted.providerName() != null && trusted.providerName().endsWith("/" + reads.pool());
  }

  private IdentityPool pool(DescribeIdentityPoolResponse found, List<String> clients) {
    Map<String, String> roles =
        reads.part(PoolPart.IDENTITY_POOLS, Map.of(), () -> roles(found.identityPoolId()));
    return new IdentityPool(
        found.identityPoolId(),
        Objects.requireNonNullElse(found.identityPoolName(), found.identityPoolId()),
        clients,
        Boolean.TRUE.equals(found.allowUnauthenticatedIdentities()),
        roles.get("authenticated"),
        roles.get("unauthenticated"));
  }

  private Map<String, String> roles(String id) {
    return reads
        .identityPool(
            "GetIdentityPoolRoles", () -> client.getIdentityPoolRoles(r -> r.identityPoolId(id)))
        .roles();
  }
}
