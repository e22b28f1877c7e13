package dev.sluice.targets.fusionauth.provision.object;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * The ids of the objects that are made from a pool's. They follow from the tenant and the pool's
 * own names, so that a repetition finds what an earlier run has made, on whichever machine.
 */
public record ObjectIds(UUID tenant) {

  /** FusionAuth takes an application's id for its OAuth client id, and it has to be a UUID. */
  public UUID application(String clientId) {
    return of("application", clientId);
  }

  /** The role that stands for a group in one application. */
  public UUID role(String clientId, String group) {
    return of("role", clientId, group);
  }

  public UUID group(String name) {
    return of("group", name);
  }

  /** The type of what stands for a resource server, whose permissions are its scopes. */
  public UUID serverType(String identifier) {
    return of("server type", identifier);
  }

  public UUID permission(String identifier, String scope) {
    return of("permission", identifier, scope);
  }

  public UUID server(String identifier) {
    return of("server", identifier);
  }

  /** The type of all app clients that use client credentials. */
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
