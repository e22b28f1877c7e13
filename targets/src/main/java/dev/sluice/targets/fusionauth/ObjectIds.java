package dev.sluice.targets.fusionauth;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * The ids of the objects that are made from a pool's. They follow from the tenant and the pool's
 * own names, so that a repetition finds what an earlier run has made, on whichever machine.
 */
record ObjectIds(UUID tenant) {

  /** FusionAuth takes an application's id for its OAuth client id, and it has to be a UUID. */
  UUID application(String clientId) {
    return of("application", clientId);
  }

  /** The role that stands for a group in one application. */
  UUID role(String clientId, String group) {
    return of("role", clientId, group);
  }

  UUID group(String name) {
    return of("group", name);
  }

  /** The type of what stands for a resource server, whose permissions are its scopes. */
  UUID serverType(String identifier) {
    return of("server type", identifier);
  }

  UUID permission(String identifier, String scope) {
    return of("permission", identifier, scope);
  }

  UUID server(String identifier) {
    return of("server", identifier);
  }

  /** The type of all app clients that use client credentials. */
  UUID machineType() {
    return of("machine type");
  }

  UUID machine(String clientId) {
    return of("machine", clientId);
  }

  UUID connector() {
    return of("connector");
  }

  private UUID of(String... parts) {
    String name = tenant + "\n" + String.join("\n", parts);
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
  }
}
