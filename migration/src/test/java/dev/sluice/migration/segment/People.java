package dev.sluice.migration.segment;

import dev.sluice.api.user.SourceStatus;
import dev.sluice.api.user.UserId;
import dev.sluice.api.user.UserRecord;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Made-up users to be in segments or not. */
final class People {
  static final Instant NOW = Instant.parse("2026-03-15T12:00:00Z");

  private People() {}

  /** In the group beta, with an email at Example.org, created on 2021-05-01, gold. */
  static UserRecord mira() {
    return person(
        "a1b2c3d4-0000-4000-8000-00000000000a",
        "Mira.K",
        Map.of("email", "mira@Example.org", "phone_number", "+4915550001", "custom:plan", "gold"),
        List.of("beta", "Ärzte"),
        Instant.parse("2021-05-01T00:00:00Z"));
  }

  /** In no group, without an email, created on 2026-03-01, with a blank plan. */
  static UserRecord olaf() {
    return person(
        "04a8c4e2-0000-4000-8000-00000000000b",
        "04a8c4e2-0000-4000-8000-00000000000b",
        Map.of("custom:plan", " "),
        List.of(),
        Instant.parse("2026-03-01T08:30:00Z"));
  }

  static UserRecord person(
      String id,
      String username,
      Map<String, String> attributes,
      List<String> groups,
      Instant created) {
    return new UserRecord(
        new UserId(id),
        username,
        SourceStatus.CONFIRMED,
        true,
        attributes,
        List.of(),
        groups,
        created,
        created);
  }
}
