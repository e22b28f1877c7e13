package dev.sluice.migration.run;

import dev.sluice.api.user.ExternalIdentity;
import dev.sluice.api.user.SourceStatus;
import dev.sluice.api.user.UserId;
import dev.sluice.api.user.UserRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Made-up users for tests of the runs. */
public final class People {
  private static final Instant CREATED = Instant.parse("2018-07-06T05:04:03Z");

  private People() {}

  /** Users whose ids are spread over all shards; every third is in a group. */
  public static List<UserRecord> many(int count) {
    List<UserRecord> people = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      people.add(
          person(
              "%x%07d-0000-4000-8000-000000000000".formatted(i % 16, i),
              "person" + i,
              Map.of("email", "person" + i + "@example.org", "custom:plan", "plan" + i % 3),
              i % 3 == 0 ? List.of("players") : List.of()));
    }
    return people;
  }

  public static UserRecord person(String id, String username, Map<String, String> attributes) {
    return person(id, username, attributes, List.of());
  }

  public static UserRecord withStatus(UserRecord user, SourceStatus status) {
    return new UserRecord(
        user.id(),
        user.username(),
        status,
        user.enabled(),
        user.attributes(),
        user.identities(),
        user.groups(),
        user.createdAt(),
        user.modifiedAt());
  }

  /** The same user with accounts at other providers; with EXTERNAL_PROVIDER, made by them. */
  public static UserRecord withAccounts(UserRecord user, SourceStatus status, String... ids) {
    boolean made = status == SourceStatus.EXTERNAL_PROVIDER;
    return new UserRecord(
        user.id(),
        user.username(),
        status,
        user.enabled(),
        user.attributes(),
        Stream.of(ids)
            .map(id -> new ExternalIdentity("Google", "Google", id, null, made, CREATED))
            .toList(),
        user.groups(),
        user.createdAt(),
        user.modifiedAt());
  }

  public static UserRecord disabled(UserRecord user) {
    return new UserRecord(
        user.id(),
        user.username(),
        user.status(),
        false,
        user.attributes(),
        user.identities(),
        user.groups(),
        user.createdAt(),
        user.modifiedAt());
  }

  /** The same user, changed last at this time. */
  public static UserRecord changed(UserRecord user, Instant time) {
    return new UserRecord(
        user.id(),
        user.username(),
        user.status(),
        user.enabled(),
        user.attributes(),
        user.identities(),
        user.groups(),
        user.createdAt(),
        time);
  }

  public static UserRecord withAttribute(UserRecord user, String name, String value) {
    Map<String, String> attributes = new HashMap<>(user.attributes());
    attributes.put(name, value);
    return person(user.id().value(), user.username(), attributes, user.groups());
  }

  private static UserRecord person(
      String id, String username, Map<String, String> attributes, List<String> groups) {
    return new UserRecord(
        new UserId(id),
        username,
        SourceStatus.CONFIRMED,
        true,
        attributes,
        List.of(),
        groups,
        CREATED,
        CREATED.plusSeconds(86_400));
  }
}
