package dev.sluice.cognito.pool;

import dev.sluice.api.pool.PoolPart;
import dev.sluice.api.pool.client.ResourceScope;
import dev.sluice.api.pool.client.ResourceServer;
import dev.sluice.cognito.call.Pages;
import java.util.List;
import java.util.Objects;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ListResourceServersResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ResourceServerType;

/** The pool's resource servers with their scopes, which the list returns in full. */
final class ResourceServers {
  /** The largest page of this list (service model, {@code ListResourceServersLimitType}). */
  private static final int PAGE = 50;

  private final PoolReads reads;

  ResourceServers(PoolReads reads) {
    this.reads = reads;
  }

  List<ResourceServer> all() {
    return reads.part(PoolPart.RESOURCE_SERVERS, List.of(), this::read);
  }

  private List<ResourceServer> read() {
    return Pages.all(
        position ->
            reads.resource(
                "ListResourceServers",
                () ->
                    reads
                        .client()
                        .listResourceServers(
                            r -> r.userPoolId(reads.pool()).maxResults(PAGE).nextToken(position))),
        page -> page.resourceServers().stream().map(ResourceServers::server).toList(),
        ListResourceServersResponse::nextToken);
  }

  private static ResourceServer server(ResourceServerType found) {
    return new ResourceServer(
        found.identifier(),
        Objects.requireNonNullElse(found.name(), found.identifier()),
        found.scopes().stream()
            .map(scope -> new ResourceScope(scope.scopeName(), scope.scopeDescription()))
            .toList());
  }
}
