package dev.sluice.migration.bulk;

import static dev.sluice.api.user.SourceStatus.CONFIRMED;
import static dev.sluice.api.user.SourceStatus.EXTERNAL_PROVIDER;
import static dev.sluice.api.user.SourceStatus.UNCONFIRMED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.api.MigrationMode;
import dev.sluice.api.ledger.MigrationState;
import dev.sluice.api.user.PlannedUser;
import dev.sluice.api.user.PoolLogins;
import dev.sluice.api.user.SourceStatus;
import dev.sluice.api.user.UserId;
import dev.sluice.api.user.UserRecord;
import dev.sluice.contracts.target.FakeTarget;
import dev.sluice.migration.run.People;
import dev.sluice.migration.sync.SyncReport;
import dev.sluice.migration.sync.SyncScene;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Users who share a login: the order in which they are read decides nothing. */
class SharedAddressTest {
  private static final String ANN = "ann@example.org";
  private static final Instant EARLY = Instant.parse("2020-01-01T00:00:00Z");
  private static final Instant LATE = Instant.parse("2024-01-01T00:00:00Z");
  private static final PoolLogins ALIASES =
      new PoolLogins(Set.of(), Set.of("email", "phone_number"), true);

  @TempDir private Path dir;

  static Stream<Arguments> dead_profiles() {
    UserRecord unverified = profile("0", "ann-0", "false", CONFIRMED, true, LATE);
    UserRecord unconfirmed = profile("0", "ann-0", "true", UNCONFIRMED, true, LATE);
    UserRecord disabled = profile("0", "ann-0", "true", CONFIRMED, false, LATE);
    UserRecord verifiedBefore = profile("0", "ann-0", "true", CONFIRMED, true, EARLY);
    UserRecord social =
        People.withAccounts(
            profile("0", "Google_0", "false", CONFIRMED, true, LATE), EXTERNAL_PROVIDER, "0");
    return Stream.of(unverified, unconfirmed, disabled, verifiedBefore, social)
        .flatMap(dead -> Stream.of(Arguments.of(dead, "f"), Arguments.of(with("f", dead), "0")));
  }

  @ParameterizedTest
  @MethodSource("dead_profiles")
  void the_verified_confirmed_and_enabled_profile_owns_the_address_and_the_other_comes_without(
      UserRecord dead, String ownersId) throws InterruptedException {
    UserRecord owner =
        profile(ownersId, "ann", "true", CONFIRMED, true, Instant.parse("2023-01-01T00:00:00Z"));
    try (SyncScene scene = scene(dead, owner)) {
      RunReport report = scene.bulk();

      assertThat(email(scene, owner)).isEqualTo(ANN);
      assertThat(email(scene, dead)).isNull();
      assertThat(report.totals().created()).isEqualTo(2);
      assertThat(report.totals().rejected()).isZero();
      assertThat(report.notices())
          .anyMatch(notice -> notice.startsWith("1 of the users who share"));
      SyncReport sync = scene.sync();
      assertThat(sync.totals().rejected()).isZero();
      assertThat(email(scene, owner)).isEqualTo(ANN);
      assertThat(email(scene, dead)).isNull();
    }
  }

  @Test
  void of_many_profiles_with_one_address_the_best_owns_it() throws InterruptedException {
    List<UserRecord> crowd =
        Stream.of("0", "3", "5", "9", "c", "e", "f")
            .map(id -> profile(id, "ann-" + id, "false", CONFIRMED, true, LATE))
            .toList();
    UserRecord owner = profile("7", "ann", "true", CONFIRMED, true, EARLY);
    try (SyncScene scene = scene(crowd.toArray(UserRecord[]::new))) {
      scene.source.put(owner);
      RunReport report = scene.bulk();

      assertThat(email(scene, owner)).isEqualTo(ANN);
      assertThat(crowd).allSatisfy(user -> assertThat(email(scene, user)).isNull());
      assertThat(report.totals().created()).isEqualTo(8);
    }
  }

  @Test
  void usernames_that_differ_by_case_alone_are_decided_alike_in_any_order()
      throws InterruptedException {
    for (String stronger : List.of("0", "f")) {
      UserRecord strong =
          People.changed(
              People.person(stronger + "-x", "Mira", Map.of("email", "m1@example.org")), LATE);
      UserRecord weak =
          People.changed(
              People.person(
                  (stronger.equals("0") ? "f" : "0") + "-y",
                  "mira",
                  Map.of("email", "m2@example.org")),
              EARLY);
      try (SyncScene scene = new SyncScene(folder(stronger), List.of(strong, weak), target())) {
        scene.source.withLogins(ALIASES);
        RunReport report = scene.bulk();

        assertThat(scene.entry(strong.id()).state()).isEqualTo(MigrationState.IMPORTED);
        assertThat(scene.entry(weak.id()).state()).isEqualTo(MigrationState.REJECTED);
        assertThat(scene.entry(weak.id()).why()).containsIgnoringCase("username");
        assertThat(scene.target.users()).extracting(PlannedUser::id).containsExactly(strong.id());
        assertThat(report.totals().created()).isEqualTo(1);
        assertThat(report.totals().rejected()).isEqualTo(1);
      }
    }
  }

  @Test
  void a_user_who_loses_a_username_in_bulk_mode_is_rejected_and_no_longer_moved()
      throws InterruptedException {
    UserRecord weak =
        People.changed(People.person("0-y", "mira", Map.of("email", "m2@example.org")), EARLY);
    UserRecord strong =
        People.changed(People.person("f-x", "Mira", Map.of("email", "m1@example.org")), LATE);
    try (SyncScene scene = new SyncScene(dir, List.of(weak, strong), target())) {
      scene.source.withLogins(ALIASES);
      scene.bulk(MigrationMode.BULK);

      assertThat(scene.entry(strong.id()).state()).isEqualTo(MigrationState.MIGRATED);
      assertThat(scene.entry(weak.id()).state()).isEqualTo(MigrationState.REJECTED);
      assertThat(scene.entry(weak.id()).why()).containsIgnoringCase("username");
      assertThat(scene.target.users()).extracting(PlannedUser::id).containsExactly(strong.id());
    }
  }

  @Test
  void whoever_was_rejected_after_being_written_keeps_no_address_from_its_owner()
      throws InterruptedException {
    UserRecord before = profile("0", "ann-0", "true", CONFIRMED, true, EARLY);
    try (SyncScene scene = scene(before)) {
      scene.bulk();
      scene.target.refuse(before.id(), "It does not fit.");
      scene.source.put(profile("0", "ann-0", "false", CONFIRMED, true, LATE));
      scene.sync();
      assertThat(scene.entry(before.id()).state()).isEqualTo(MigrationState.REJECTED);
      UserRecord owner = profile("f", "ann", "true", CONFIRMED, true, LATE);
      scene.source.put(owner);

      scene.sync();

      assertThat(scene.entry(owner.id()).state()).isEqualTo(MigrationState.IMPORTED);
      assertThat(email(scene, owner)).isEqualTo(ANN);
    }
  }

  @Test
  void of_two_profiles_of_providers_the_better_owns_the_address_whichever_is_written_first()
      throws InterruptedException {
    for (String best : List.of("0", "f")) {
      String other = best.equals("0") ? "f" : "0";
      UserRecord owner =
          People.withAccounts(
              profile(best, "Google_1", "true", CONFIRMED, true, EARLY), EXTERNAL_PROVIDER, "1");
      UserRecord weaker =
          People.withStatus(
              profile(other, "Facebook_2", "false", CONFIRMED, true, LATE), EXTERNAL_PROVIDER);
      try (SyncScene scene =
          new SyncScene(folder("best" + best), List.of(owner, weaker), target())) {
        scene.source.withLogins(ALIASES);
        RunReport report = scene.bulk();

        assertThat(email(scene, owner)).isEqualTo(ANN);
        assertThat(email(scene, weaker)).isNull();
        assertThat(report.totals().created()).isEqualTo(2);
        assertThat(report.totals().alreadyDone()).isZero();
      }
    }
  }

  @Test
  void an_alias_that_moves_in_the_pool_moves_at_the_target_with_one_sync()
      throws InterruptedException {
    for (String first : List.of("0", "f")) {
      UserRecord had = profile(first, "had", "true", CONFIRMED, true, EARLY);
      String other = first.equals("0") ? "f" : "0";
      UserRecord gets = with(other, People.person("x", "gets", Map.of("email", "g@example.org")));
      try (SyncScene scene = new SyncScene(folder(first), List.of(had, gets), target())) {
        scene.source.withLogins(ALIASES);
        scene.bulk();
        scene.source.put(profile(first, "had", "false", CONFIRMED, true, LATE));
        scene.source.put(profile(other, "gets", "true", CONFIRMED, true, LATE));

        SyncReport report = scene.sync();

        assertThat(email(scene, gets)).isEqualTo(ANN);
        assertThat(email(scene, had)).isNull();
        assertThat(scene.entry(gets.id()).state()).isEqualTo(MigrationState.IMPORTED);
        assertThat(report.totals().rejected()).isZero();
      }
    }
  }

  @Test
  void an_address_that_becomes_free_goes_to_whoever_had_yielded_it() throws InterruptedException {
    UserRecord owner = profile("0", "owner", "true", CONFIRMED, true, EARLY);
    UserRecord yielding = profile("f", "other", "false", CONFIRMED, true, LATE);
    try (SyncScene scene = scene(owner, yielding)) {
      scene.bulk();
      scene.source.remove(owner.id());
      scene.sync();
      scene.sync();

      assertThat(email(scene, yielding)).isEqualTo(ANN);
    }
  }

  @Test
  void what_a_moved_user_has_at_the_target_is_taken_although_the_pool_has_changed_it()
      throws InterruptedException {
    UserRecord moved = profile("0", "moved", "true", CONFIRMED, true, EARLY);
    try (SyncScene scene = scene(moved)) {
      scene.bulk();
      scene.firstLogin(moved.id());
      scene.source.put(
          People.person(
              moved.id().value(),
              "moved",
              Map.of("email", "b@example.org", "email_verified", "true")));
      UserRecord owner = profile("f", "owner", "true", CONFIRMED, true, LATE);
      scene.source.put(owner);

      scene.bulk();

      assertThat(scene.entry(owner.id()).state()).isEqualTo(MigrationState.IMPORTED);
      assertThat(email(scene, owner)).isNull();
    }
  }

  @Test
  void an_address_that_becomes_free_goes_back_to_whoever_had_lost_it() throws InterruptedException {
    UserRecord first = profile("0", "first", "false", CONFIRMED, true, EARLY);
    try (SyncScene scene = scene(first)) {
      scene.bulk();
      scene.sync();
      UserRecord owner = profile("1", "owner", "true", CONFIRMED, true, LATE);
      scene.source.put(owner);
      scene.sync();
      assertThat(email(scene, first)).isNull();
      scene.source.remove(owner.id());

      scene.sync();
      scene.sync();

      assertThat(email(scene, first)).isEqualTo(ANN);
    }
  }

  @Test
  void whoever_has_moved_keeps_the_address() throws InterruptedException {
    UserRecord moved = profile("0", "moved", "false", CONFIRMED, true, EARLY);
    try (SyncScene scene = scene(moved)) {
      scene.bulk();
      scene.firstLogin(moved.id());
      UserRecord owner = profile("f", "owner", "true", CONFIRMED, true, LATE);
      scene.source.put(owner);

      scene.sync();

      assertThat(email(scene, moved)).isEqualTo(ANN);
      assertThat(email(scene, owner)).isNull();
      assertThat(scene.entry(owner.id()).state()).isEqualTo(MigrationState.IMPORTED);
    }
  }

  @Test
  void users_share_an_address_where_the_target_allows_it() throws InterruptedException {
    UserRecord one = phoneUser("0", "+4915100000001");
    UserRecord two = phoneUser("f", "+4915100000002");
    try (SyncScene scene = new SyncScene(dir, List.of(one, two), new FakeTarget())) {
      scene.source.withLogins(new PoolLogins(Set.of("phone_number"), Set.of(), false));
      RunReport report = scene.bulk();

      assertThat(report.totals().created()).isEqualTo(2);
      assertThat(scene.target.users())
          .extracting(PlannedUser::username)
          .containsExactlyInAnyOrder("+4915100000001", "+4915100000002");
      assertThat(email(scene, one)).isEqualTo(ANN);
      assertThat(email(scene, two)).isEqualTo(ANN);
    }
  }

  @Test
  void in_the_bulk_mode_too_the_owner_gets_the_address() throws InterruptedException {
    UserRecord dead = profile("0", "dead", "false", CONFIRMED, true, LATE);
    UserRecord owner = profile("f", "owner", "true", CONFIRMED, true, EARLY);
    try (SyncScene scene = scene(dead, owner)) {
      scene.bulk(MigrationMode.BULK);

      assertThat(email(scene, owner)).isEqualTo(ANN);
      assertThat(email(scene, dead)).isNull();
    }
  }

  private SyncScene scene(UserRecord... users) {
    SyncScene scene = new SyncScene(dir, List.of(users), target());
    scene.source.withLogins(ALIASES);
    return scene;
  }

  private Path folder(String name) {
    try {
      return Files.createDirectory(dir.resolve(name));
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }

  private static FakeTarget target() {
    return new FakeTarget().oneEmailEach();
  }

  private static @Nullable String email(SyncScene scene, UserRecord user) {
    return scene.target.stored(user.id()).orElseThrow().email();
  }

  private static UserRecord phoneUser(String id, String phone) {
    return People.person(
        id, id, Map.of("email", ANN, "phone_number", phone, "phone_number_verified", "false"));
  }

  private static UserRecord profile(
      String id,
      String username,
      String verified,
      SourceStatus status,
      boolean enabled,
      Instant changed) {
    Map<String, String> attributes = new HashMap<>();
    attributes.put("email", ANN);
    attributes.put("email_verified", verified);
    UserRecord user = People.withStatus(People.person(id, username, attributes), status);
    return People.changed(enabled ? user : People.disabled(user), changed);
  }

  private static UserRecord with(String id, UserRecord user) {
    return new UserRecord(
        new UserId(id),
        user.username(),
        user.status(),
        user.enabled(),
        user.attributes(),
        user.identities(),
        user.groups(),
        user.createdAt(),
        user.modifiedAt());
  }
}
