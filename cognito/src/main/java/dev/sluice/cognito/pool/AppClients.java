package dev.sluice.cognito.pool;

import dev.sluice.api.pool.PoolPart;
import dev.sluice.api.pool.client.AppClient;
import dev.sluice.cognito.call.Pages;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ListUserPoolClientsResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserPoolClientDescription;

/** The pool's app clients: at most 1,000 unless raised (Cognito developer guide, quotas). */
final class AppClients {
  private static final int PAGE = 60;

  private final PoolReads reads;

  AppClients(PoolReads reads) {
    this.reads = reads;
  }

  List<String> ids() {
    return reads.part(
        PoolPart.CLIENTS,
        List.of(),
        () ->
            Pages.all(
                position ->
                    reads.appClient(
                        "ListUserPoolClients",
                        () ->
                            reads
                                .client()
                                .listUserPoolClients(r ->
                                    r.userPoolId(reads.pool())
                                        .maxResults(PAGE)
                                        .nextToken(position))),
                page ->
                    page.userPoolClients().stream()
                        .map(UserPoolClientDescription::clientId)
                        .toList(),
                ListUserPoolClientsResponse::nextToken));
  }

  List<AppClient> of(List<String> ids) {
    return reads.each(PoolPart.CLIENTS, ids, this::read);
  }

  private Optional<AppClient> read(String id) {
    return Optional.of(
        AppClientSettings.of(
            reads
                .appClient(
                    "DescribeUserPoolClient",
                    () ->
                        reads
                            .client()
                            .describeUserPoolClient(r -> r.userPoolId(reads.pool()).clientId(id)))
                .userPoolClient()));
  }
}
