package dev.sluice.keycloak.load;

import dev.sluice.keycloak.wire.EmailClaim;
import dev.sluice.keycloak.wire.PasswordDisposition;
import dev.sluice.keycloak.wire.PlannedUser;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A made-up user with nothing that any database could object to. */
final class PlainUser {
  private PlainUser() {}

  static PlannedUser make() {
    String id = UUID.randomUUID().toString();
    return new PlannedUser(
        id,
        "sluice-" + id,
        false,
        null,
        false,
        null,
        false,
        null,
        null,
        0,
        Map.of(),
        List.of(),
        List.of(),
        PasswordDisposition.NONE,
        List.of(),
        EmailClaim.OWN);
  }
}
