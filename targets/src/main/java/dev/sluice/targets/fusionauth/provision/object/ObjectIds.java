package dev.sluice.targets.fusionauth.provision.object;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * Derives the ids of the objects created from a pool's. They follow from the tenant and the pool's
 * own names, so that a later run, on any machine, finds what an earlier one created.
 */
public record ObjectIds(UUID tenant) {

  /**
   * Returns an application's id, which FusionAuth uses as the OAuth client id; it must be a UUID.
   */
  public UUID application(String clientId) {
    return of("application", clientId);
  }

  /** Returns the id of the role that represents a group in one application. */
  public UUID role(String clientId, String group) {
    return of("role", clientId, group);
  }

  public UUID group(String name) {
    return of("group", name);
  }

  /** Returns the id of the type of a resource server, whose permissions are its scopes. */
  public UUID serverType(String identifier) {
    return of("server type", identifier);
  }

  public UUID permission(String identifier, String scope) {
    return of("permission", identifier, scope);
  }

  public UUID server(String identifier) {
    return of("server", identifier);
  }

  /** Returns the id of the type of all app clients that use client credentials. */
  public UUID machineType() {
    return of("machine type");
  }

  public UUID machine(String clientId) {
    return of("machine", clientId);
  }

  public UUID connector() {
    return of("connector");
  }

  private UUID of(String... parts) {
    String name = tenant + "\n" + String.join("\n", parts);
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
  }
}
