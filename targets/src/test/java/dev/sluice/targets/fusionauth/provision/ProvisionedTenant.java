package dev.sluice.targets.fusionauth.provision;

import dev.sluice.api.MigrationMode;
import dev.sluice.api.pool.PoolInventory;
import dev.sluice.api.pool.signin.MfaSettings;
import dev.sluice.api.target.Target;
import dev.sluice.api.target.provision.ProvisionRequest;
import dev.sluice.api.target.provision.ProvisionStep;
import dev.sluice.contracts.fusionauth.FakeFusionAuth;
import dev.sluice.targets.RichPool;
import dev.sluice.targets.fusionauth.Fakes;
import dev.sluice.targets.fusionauth.api.FusionAuthOptions;
import dev.sluice.targets.fusionauth.api.FusionAuthOptions.ImportedUsers;
import dev.sluice.targets.fusionauth.provision.object.ObjectIds;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** A fake FusionAuth, and a tenant of it that provisioning is to make. */
final class ProvisionedTenant implements AutoCloseable {
  final FakeFusionAuth fake = FakeFusionAuth.start();
  final UUID id;
  final ObjectIds ids;

  /** With a tenant that is yet to be made. */
  ProvisionedTenant() {
    this(UUID.fromString("b7a1f2c4-58d3-4e60-9f1b-6c2d8e9a0b13"));
  }

  ProvisionedTenant(UUID id) {
    this.id = id;
    this.ids = new ObjectIds(id);
  }

  static PoolInventory pool() {
    return RichPool.pool(new MfaSettings("OPTIONAL", List.of("SMS", "SOFTWARE_TOKEN")));
  }

  static ProvisionRequest request(PoolInventory pool, MigrationMode mode) {
    ProvisionRequest bulk = RichPool.request(pool);
    return new ProvisionRequest(
        mode,
        bulk.gatewayUrl(),
        bulk.gatewayToken(),
        bulk.attributeNames(),
        bulk.groups(),
        bulk.loginWithEmail(),
        pool,
        bulk.names());
  }

  FusionAuthOptions options(ImportedUsers imported) {
    FusionAuthOptions any = Fakes.options(fake);
    return new FusionAuthOptions(
        any.url(),
        any.apiKey(),
        id,
        List.of(ids.application(RichPool.SHOP), ids.application(RichPool.PHONE_APP)),
        any.batchSize(),
        any.timeout(),
        imported);
  }

  List<ProvisionStep> plan(ProvisionRequest request, ImportedUsers imported) {
    try (Target target = Fakes.target(options(imported))) {
      return target.provision(request);
    }
  }

  List<ProvisionStep> plan(ProvisionRequest request) {
    return plan(request, ImportedUsers.CONNECTOR);
  }

  /** The steps that Sluice does by itself. */
  List<ProvisionStep> planOurs(ProvisionRequest request) {
    return plan(request).stream().filter(step -> !step.isManual()).toList();
  }

  void provision(ProvisionRequest request) {
    try (Target target = Fakes.target(options(ImportedUsers.CONNECTOR))) {
      target.provision(request).forEach(ProvisionStep::apply);
    }
  }

  JsonNode object(UUID object) {
    Optional<JsonNode> found = fake.object(object.toString()).map(each -> each);
    return found.orElse(MissingNode.getInstance());
  }

  JsonNode provider(String name) {
    Stream<JsonNode> all = fake.identityProviders().stream().map(each -> each);
    return all.filter(each -> each.path("name").asString("").equals(name))
        .findFirst()
        .orElse(MissingNode.getInstance());
  }

  @Override
  public void close() {
    fake.close();
  }
}
