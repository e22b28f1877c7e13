package dev.sluice.cognito.pool;

import dev.sluice.api.pool.PoolDomain;
import dev.sluice.api.pool.PoolPart;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.services.cognitoidentityprovider.model.DomainDescriptionType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserPoolType;

/** The domains of the pool's own pages: a prefix of Amazon's, one of the owner's, or both. */
final class PoolDomains {
  private final PoolReads reads;

  PoolDomains(PoolReads reads) {
    this.reads = reads;
  }

  List<PoolDomain> of(UserPoolType pool) {
    List<String> names =
        Stream.of(pool.domain(), pool.customDomain()).filter(Objects::nonNull).toList();
    return reads.each(PoolPart.DOMAINS, names, this::read);
  }

  /**
   * Reads a domain; for a domain that does not exist, Cognito returns an empty answer and no error.
   */
  private Optional<PoolDomain> read(String name) {
    DomainDescriptionType found =
        reads
            .resource(
                "DescribeUserPoolDomain",
                () -> reads.client().describeUserPoolDomain(r -> r.domain(name)))
            .domainDescription();
    return found == null || found.domain() == null ? Optional.empty() : Optional.of(domain(found));
  }

  private static PoolDomain domain(DomainDescriptionType found) {
    boolean custom = found.customDomainConfig() != null;
    return new PoolDomain(
        found.domain(),
        custom,
        found.statusAsString(),
        custom ? found.customDomainConfig().certificateArn() : null,
        found.cloudFrontDistribution(),
        found.managedLoginVersion());
  }
}
