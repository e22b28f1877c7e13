package dev.sluice.targets.fusionauth.provision;

import dev.sluice.api.pool.PoolInventory;
import dev.sluice.api.pool.client.AppClient;
import dev.sluice.api.pool.client.TokenSettings;
import dev.sluice.api.target.provision.ProvisionRequest;
import dev.sluice.targets.fusionauth.api.FusionAuthOptions;
import dev.sluice.targets.provision.DesiredObject;
import dev.sluice.targets.provision.OwnershipTag;
import java.time.Duration;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The tenant's own settings, derived from the pool's configuration. Its theme belongs to the owner.
 */
final class TenantSettings {
  private final FusionAuthOptions options;
  private final PoolInventory pool;
  private final PasswordDemands passwords;

  TenantSettings(FusionAuthOptions options, ProvisionRequest request) {
    this.options = options;
    this.pool = request.pool();
    this.passwords =
        new PasswordDemands(pool.passwordPolicy(), request.firstLogin().weakPassword());
  }

  DesiredObject desired() {
    return new DesiredObject(
        "tenant",
        pool.pool().name(),
        "pool " + pool.pool().id(),
        kept(),
        once(),
        new TenantGaps(pool, passwords, options.provision().smtp().isPresent()).all());
  }

  private ObjectNode kept() {
    ObjectNode tenant = JsonMapper.shared().createObjectNode();
    tenant.set("passwordValidationRules", passwords.json());
    tokens(tenant);
    factors(tenant);
    ObjectNode mail = tenant.putObject("emailConfiguration");
    // A mailed link proves access to a mailbox, not that it was the user's before the move.
    mail.put("implicitEmailVerificationAllowed", false);
    options.provision().smtp().ifPresent(smtp -> mail.setAll(MailServer.json(smtp)));
    OwnershipTag.put(tenant, pool.pool().id());
    return tenant;
  }

  private ObjectNode once() {
    ObjectNode tenant = JsonMapper.shared().createObjectNode();
    tenant.put("name", pool.pool().name()).put("issuer", options.url().toString());
    // Cognito locks after five (developer guide, lockout behaviour).
    tenant
        .putObject("failedAuthenticationConfiguration")
        .put("tooManyAttempts", 5)
        .put("resetCountInSeconds", 900)
        .put("actionDuration", 15)
        .put("actionDurationUnit", "MINUTES");
    return tenant;
  }

  /** Sets the longest lifetime of all clients; each application has its own. */
  private void tokens(ObjectNode tenant) {
    longest(TokenSettings::access)
        .ifPresent(access ->
            tenant.withObject("/jwtConfiguration").put("timeToLiveInSeconds", access.toSeconds()));
    longest(TokenSettings::refresh)
        .ifPresent(refresh ->
            tenant
                .withObject("/jwtConfiguration")
                .put("refreshTokenTimeToLiveInMinutes", refresh.toMinutes()));
  }

  private Optional<Duration> longest(Function<TokenSettings, Duration> length) {
    return pool.clients().stream()
        .map(AppClient::tokens)
        .map(length)
        .max(Comparator.naturalOrder());
  }

  /** Enables the authenticator app, the only factor that needs no further setup. */
  private void factors(ObjectNode tenant) {
    ObjectNode factors = tenant.putObject("multiFactorConfiguration");
    factors.put(
        "loginPolicy",
        switch (pool.mfa().mode()) {
          case "ON" -> "Required";
          case "OPTIONAL" -> "Enabled";
          default -> "Disabled";
        });
    if (pool.mfa().on()) {
      factors.putObject("authenticator").put("enabled", true);
    }
  }
}
