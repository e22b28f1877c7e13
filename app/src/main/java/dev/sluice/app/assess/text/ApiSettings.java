package dev.sluice.app.assess.text;

import dev.sluice.api.pool.IdentityPool;
import dev.sluice.api.pool.IdentityProvider;
import dev.sluice.api.pool.LambdaTrigger;
import dev.sluice.api.pool.PoolGroup;
import dev.sluice.api.pool.PoolInventory;
import dev.sluice.api.pool.PoolPart;
import dev.sluice.api.pool.client.ResourceServer;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** What is connected to a pool: interfaces, providers, functions, groups and identity pools. */
final class ApiSettings {
  /** The longest value shown whole; SAML metadata can be a whole file. */
  private static final int LONGEST = 300;

  /** A pool can have 10,000. */
  private static final int GROUPS = 50;

  private ApiSettings() {}

  static List<Setting> resourceServers(PoolInventory pool) {
    return PoolSettings.some(
        pool, PoolPart.RESOURCE_SERVERS, pool.resourceServers(), ApiSettings::of);
  }

  private static Setting of(ResourceServer server) {
    List<String> how = new ArrayList<>(List.of(server.name()));
    server.scopes().forEach(scope -> how.add(scope.name() + ": " + scope.description()));
    return new Setting(server.identifier(), how);
  }

  static List<Setting> identityProviders(PoolInventory pool) {
    return PoolSettings.some(
        pool, PoolPart.IDENTITY_PROVIDERS, pool.identityProviders(), ApiSettings::of);
  }

  private static Setting of(IdentityProvider provider) {
    List<String> how = new ArrayList<>(List.of(provider.type()));
    new TreeMap<>(provider.details())
        .forEach((key, value) ->
            how.add(
                key
                    + ": "
                    + (value.length() > LONGEST
                        ? Words.of("%,d characters, see --json", value.length())
                        : value)));
    new TreeMap<>(provider.attributeMapping())
        .forEach((ours, theirs) -> how.add("maps " + theirs + " to " + ours));
    if (!provider.identifiers().isEmpty()) {
      how.add("selected for " + String.join(", ", provider.identifiers()));
    }
    return new Setting(provider.name(), how);
  }

  static List<Setting> triggers(PoolInventory pool) {
    return pool.triggers().isEmpty()
        ? List.of(Setting.of("None", "the pool has none"))
        : pool.triggers().stream().map(ApiSettings::of).toList();
  }

  private static Setting of(LambdaTrigger trigger) {
    return trigger.version() == null
        ? Setting.of(trigger.name(), trigger.arn())
        : Setting.of(trigger.name(), trigger.arn(), "event version " + trigger.version());
  }

  static List<Setting> groups(PoolInventory pool) {
    List<PoolGroup> shown = pool.groups().stream().limit(GROUPS).toList();
    List<Setting> settings =
        new ArrayList<>(PoolSettings.some(pool, PoolPart.GROUPS, shown, ApiSettings::of));
    if (shown.size() < pool.groups().size()) {
      settings.add(
          Setting.of(
              "And more", Words.of("%,d groups: see --json", pool.groups().size() - shown.size())));
    }
    return settings;
  }

  private static Setting of(PoolGroup group) {
    List<String> how = new ArrayList<>();
    if (group.description() != null) {
      how.add(group.description());
    }
    if (group.precedence() != null) {
      how.add("precedence " + group.precedence());
    }
    how.add(group.roleArn() == null ? "no AWS role" : "AWS role " + group.roleArn());
    return new Setting(group.name(), how);
  }

  static List<Setting> pools(PoolInventory pool) {
    return PoolSettings.some(pool, PoolPart.IDENTITY_POOLS, pool.identityPools(), ApiSettings::of);
  }

  private static Setting of(IdentityPool pool) {
    List<String> how = new ArrayList<>(List.of(pool.id()));
    how.add("trusts the clients " + String.join(", ", pool.clientIds()));
    how.add("role after login: " + PoolSettings.told(pool.authenticatedRole()));
    if (pool.unauthenticatedAllowed()) {
      how.add("role without login: " + PoolSettings.told(pool.unauthenticatedRole()));
    }
    return new Setting(pool.name(), how);
  }
}
