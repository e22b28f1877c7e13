package dev.sluice.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.sluice.api.user.FirstPassword;
import dev.sluice.api.user.PlannedUser;
import dev.sluice.api.user.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import tools.jackson.databind.json.JsonMapper;

/**
 * A user with a name, an email, five attributes and two of twenty groups, always the same for the
 * same number.
 */
record ImportedUser(String series, int number) {
  static final List<String> GROUPS =
      IntStream.range(0, 20).mapToObj(group -> "/group-" + group).toList();

  /** Returns the user as Sluice writes it. */
  PlannedUser planned() {
    return new PlannedUser(
        new UserId(UUID.nameUUIDFromBytes((series + number).getBytes(UTF_8)).toString()),
        name(),
        true,
        email(),
        true,
        null,
        false,
        "Made" + number,
        "Up" + number,
        attributes(),
        groups(),
        List.of(),
        FirstPassword.AT_FIRST_LOGIN,
        Set.of(),
        Instant.ofEpochSecond(1_500_000_000L + number));
  }

  /** Returns the user for Keycloak's {@code POST /users}, which assigns another id. */
  String posted() {
    return JsonMapper.shared()
        .writeValueAsString(
            Map.of(
                "username",
                name(),
                "email",
                email(),
                "emailVerified",
                true,
                "enabled",
                true,
                "firstName",
                "Made" + number,
                "lastName",
                "Up" + number,
                "attributes",
                attributes(),
                "groups",
                groups()));
  }

  String name() {
    return series + "-user-" + number;
  }

  private String email() {
    return name() + "@example.org";
  }

  private Map<String, List<String>> attributes() {
    return Map.of(
        "locale",
        List.of("da"),
        "plan",
        List.of(number % 3 == 0 ? "gold" : "silver"),
        "tenant",
        List.of("t-" + number % 100),
        "phoneNumber",
        List.of("+4530" + (100_000 + number)),
        "phoneNumberVerified",
        List.of("true"));
  }

  private List<String> groups() {
    return List.of(
        GROUPS.get(number % GROUPS.size()), GROUPS.get((number / 7 + 1 + number) % GROUPS.size()));
  }
}
