package dev.sluice.app.config.reading;

import dev.sluice.api.Secret;
import dev.sluice.cognito.call.CognitoOptions;
import dev.sluice.cognito.call.PasswordFlow;
import dev.sluice.cognito.call.QuotaCategory;
import dev.sluice.cognito.call.Reading;
import java.net.URI;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Which keys there are under {@code source.cognito}. */
final class CognitoShape {
  private static final Rule<String> POOL_ID =
      Rule.matching(
          Pattern.compile("[\\w-]+_[0-9a-zA-Z]+"), "a pool's id such as eu-west-1_Ab12Cd34E");
  private static final Rule<String> REGION =
      Rule.matching(Pattern.compile("[a-z0-9-]+"), "an AWS Region such as eu-west-1");
  private static final Rule<String> CLIENT_ID =
      Rule.matching(Pattern.compile("[\\w+]{1,128}"), "an app client's id of letters and digits");
  private static final Rule<PasswordFlow> FLOW =
      Rule.oneOf(
          Map.of("admin", PasswordFlow.ADMIN, "user", PasswordFlow.USER, "srp", PasswordFlow.SRP));
  private static final Rule<Reading> READING =
      Rule.oneOf(Map.of("sharded", Reading.SHARDED, "one-chain", Reading.ONE_CHAIN));

  /** UserList's quota, which cannot be raised (Cognito developer guide, quotas). */
  private static final double MOST_REQUESTS = 30;

  /** A stand-in has no such quota. */
  private static final double MOST_REQUESTS_AT_ENDPOINT = 10_000;

  /** More than AWS grants anybody, as far as is known. */
  private static final double MOST_GRANTED = 100_000;

  /** Empty only when a problem was noted. */
  Optional<CognitoOptions> read(Section section) {
    Optional<String> pool = section.need("user-pool-id", POOL_ID);
    Optional<String> region = section.read("region", REGION);
    Optional<URI> endpoint = section.read("endpoint", Rule.address());
    Optional<String> client = section.need("app-client-id", CLIENT_ID);
    Optional<Secret> secret = section.read("app-client-secret", Rule.secret(1));
    PasswordFlow flow = section.read("password-check", FLOW).orElse(PasswordFlow.ADMIN);
    boolean atAws = section.absent("endpoint");
    double most = atAws ? MOST_REQUESTS : MOST_REQUESTS_AT_ENDPOINT;
    double requests =
        section
            .read("requests-per-second", Rule.rate(most))
            .orElse(CognitoOptions.DEFAULT_REQUESTS_PER_SECOND);
    Reading reading = section.read("reading", READING).orElse(Reading.SHARDED);
    Map<QuotaCategory, Double> quotas = quotas(section.part("quotas"));
    section.complainAboutUnknown();
    return pool.isEmpty() || client.isEmpty() || (endpoint.isEmpty() && !atAws)
        ? Optional.empty()
        : Optional.of(
            new CognitoOptions(
                pool.get(),
                region.orElse(null),
                endpoint.orElse(null),
                client.get(),
                secret.orElse(null),
                flow,
                requests,
                reading,
                quotas));
  }

  private static Map<QuotaCategory, Double> quotas(Section section) {
    Map<QuotaCategory, Double> quotas = new EnumMap<>(QuotaCategory.class);
    for (QuotaCategory category : QuotaCategory.values()) {
      category
          .raisedAs()
          .flatMap(name -> section.read(name, Rule.rate(MOST_GRANTED)))
          .ifPresent(granted -> quotas.put(category, granted));
    }
    section.complainAboutUnknown();
    return quotas;
  }
}
