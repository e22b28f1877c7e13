package dev.sluice.cognito.pool;

import dev.sluice.api.Secret;
import dev.sluice.api.pool.IdentityProvider;
import dev.sluice.api.pool.PoolPart;
import dev.sluice.cognito.call.Pages;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.cognitoidentityprovider.model.IdentityProviderType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ListIdentityProvidersResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ProviderDescription;

/** The pool's identity providers: at most 300 unless raised (Cognito developer guide, quotas). */
final class IdentityProviders {
  private static final int PAGE = 60;
  private static final Set<String> SECRET = Set.of("client_secret", "private_key");

  private final PoolReads reads;

  IdentityProviders(PoolReads reads) {
    this.reads = reads;
  }

  List<IdentityProvider> all() {
    PoolPart part = PoolPart.IDENTITY_PROVIDERS;
    return reads.each(part, reads.part(part, List.of(), this::names), this::read);
  }

  private List<String> names() {
    return Pages.all(
        position ->
            reads.resource(
                "ListIdentityProviders",
                () ->
                    reads
                        .client()
                        .listIdentityProviders(
                            r -> r.userPoolId(reads.pool()).maxResults(PAGE).nextToken(position))),
        page -> page.providers().stream().map(ProviderDescription::providerName).toList(),
        ListIdentityProvidersResponse::nextToken);
  }

  private Optional<IdentityProvider> read(String name) {
    return Optional.of(
        provider(
            reads
                .resource(
                    "DescribeIdentityProvider",
                    () ->
                        reads
                            .client()
                            .describeIdentityProvider(
                                r -> r.userPoolId(reads.pool()).providerName(name)))
                .identityProvider()));
  }

  private static IdentityProvider provider(IdentityProviderType found) {
    return new IdentityProvider(
        found.providerName(),
        found.providerTypeAsString(),
        details(found, key -> !SECRET.contains(key)),
        details(found, SECRET::contains).entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, each -> new Secret(each.getValue()))),
        found.attributeMapping(),
        found.idpIdentifiers(),
        found.creationDate(),
        found.lastModifiedDate());
  }

  private static Map<String, String> details(IdentityProviderType found, Predicate<String> keys) {
    return found.providerDetails().entrySet().stream()
        .filter(each -> keys.test(each.getKey()))
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }
}
