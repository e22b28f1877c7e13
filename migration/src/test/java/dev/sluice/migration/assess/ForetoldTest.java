package dev.sluice.migration.assess;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.api.target.TargetCapability;
import dev.sluice.api.target.TargetLimits;
import dev.sluice.api.user.ExternalIdentity;
import dev.sluice.api.user.PlannedUser;
import dev.sluice.api.user.PoolLogins;
import dev.sluice.api.user.SourceStatus;
import dev.sluice.api.user.UserId;
import dev.sluice.api.user.UserRecord;
import dev.sluice.contracts.target.FakeTarget;
import dev.sluice.migration.bulk.RunReport;
import dev.sluice.migration.sync.SyncScene;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Pools full of users who share what should be one's alone. */
class ForetoldTest {
  private static final TargetLimits LIMITS =
      new TargetLimits(Pattern.compile("[a-z]+"), "", 36, 40, 1000);
  private static final Instant CREATED = Instant.parse("2020-02-03T04:05:06Z");
  private static final int USERS = 400;

  /** One name in upper case; in lower case, as targets keep names, the third is another. */
  private static final List<String> SIGMAS = List.of("οδος", "ΟΔΟΣ", "οδοσ");

  @TempDir private Path dir;

  static Stream<Arguments> pools() {
    PoolLogins aliases = new PoolLogins(Set.of(), Set.of("email", "phone_number"), true);
    PoolLogins names = new PoolLogins(Set.of(), Set.of(), true);
    PoolLogins emails = new PoolLogins(Set.of("email"), Set.of(), false);
    PoolLogins phones = new PoolLogins(Set.of("phone_number"), Set.of(), false);
    PoolLogins either = new PoolLogins(Set.of("email", "phone_number"), Set.of(), false);
    return Stream.of(aliases, names, emails, phones, either)
        .flatMap(logins -> Stream.of(1, 2, 3).map(seed -> Arguments.of(logins, seed)));
  }

  @ParameterizedTest
  @MethodSource("pools")
  void assess_tells_whom_bulk_rejects_merges_and_writes_without_an_address(
      PoolLogins logins, int seed) throws InterruptedException {
    List<UserRecord> people = new Crowd(new Random(seed), logins).people();
    FakeTarget target = new FakeTarget().within(LIMITS);
    try (SyncScene scene = scene(people, target, logins)) {
      Map<String, String> foretold = new TreeMap<>();
      Assessment assessment = Foretold.of(scene.source, LIMITS, dir, foretold);

      RunReport report = scene.bulk();

      assertThat(Foretold.differences(foretold, Foretold.happened(scene, people), scene)).isEmpty();
      assertThat(report.totals().rejected()).isEqualTo(assessment.obstacles().users());
      assertThat(report.totals().merged()).isEqualTo(assessment.contested().merged().users());
    }
  }

  /** Which of two with one username is rejected may differ there, if each waits for others. */
  @ParameterizedTest
  @MethodSource("pools")
  void the_numbers_are_right_too_about_a_target_that_cannot_take_a_login_away_again(
      PoolLogins logins, int seed) throws InterruptedException {
    List<UserRecord> people = new Crowd(new Random(seed), logins).people();
    Set<TargetCapability> fewer =
        EnumSet.complementOf(EnumSet.of(TargetCapability.UPDATES, TargetCapability.REMOVES));
    FakeTarget target = new FakeTarget(fewer).within(LIMITS);
    try (SyncScene scene = scene(people, target, logins)) {
      Assessment assessment = Foretold.of(scene.source, LIMITS, dir, new TreeMap<>());

      RunReport report = scene.bulk();

      assertThat(report.totals().rejected()).isEqualTo(assessment.obstacles().users());
      assertThat(report.totals().merged()).isEqualTo(assessment.contested().merged().users());
    }
  }

  private SyncScene scene(List<UserRecord> people, FakeTarget target, PoolLogins logins) {
    SyncScene scene =
        new SyncScene(dir, people, logins.withEmail() ? target.oneEmailEach() : target);
    scene.source.withLogins(logins);
    return scene;
  }

  @Test
  void a_name_that_is_another_in_lower_case_is_taken_from_nobody() throws InterruptedException {
    List<UserRecord> people = new ArrayList<>();
    for (int number = 0; number < 27; number++) {
      people.add(sigma(number, SIGMAS.get(number % 3) + number / 3));
    }
    try (SyncScene scene = new SyncScene(dir, people, new FakeTarget().within(LIMITS))) {
      scene.source.withLogins(new PoolLogins(Set.of(), Set.of(), true));
      Map<String, String> foretold = new TreeMap<>();
      Foretold.of(scene.source, LIMITS, dir, foretold);

      scene.bulk();

      assertThat(Foretold.differences(foretold, Foretold.happened(scene, people), scene)).isEmpty();
      assertThat(scene.target.users())
          .extracting(PlannedUser::username)
          .hasSize(18)
          .contains("οδοσ0", "οδοσ1", "οδοσ2", "οδοσ3", "οδοσ4", "οδοσ5");
    }
  }

  /** Makes a user who is the better the higher a number is that is shuffled over all. */
  private static UserRecord sigma(int number, String username) {
    return new UserRecord(
        new UserId("%x%07x-0000-4000-8000-000000000000".formatted(number * 7 % 16, number)),
        username,
        SourceStatus.CONFIRMED,
        true,
        Map.of(),
        List.of(),
        List.of(),
        CREATED,
        CREATED.plusSeconds(number * 11 % 27));
  }

  /** Makes people out of so few values that many share them. */
  private record Crowd(Random random, PoolLogins logins) {
    List<UserRecord> people() {
      List<UserRecord> people = new ArrayList<>();
      for (int number = 0; number < USERS; number++) {
        people.add(person(number));
      }
      return people;
    }

    private UserRecord person(int number) {
      UserId id =
          new UserId("%x%07x-0000-4000-8000-000000000000".formatted(random.nextInt(16), number));
      boolean made = random.nextInt(5) == 0;
      List<ExternalIdentity> accounts = accounts(made);
      return new UserRecord(
          id,
          username(id, number, made, accounts),
          made ? SourceStatus.EXTERNAL_PROVIDER : oneOf(STATUSES),
          random.nextInt(6) > 0,
          attributes(number),
          accounts,
          List.of(),
          CREATED,
          CREATED.plusSeconds(random.nextInt(3)));
    }

    private String username(UserId id, int number, boolean made, List<ExternalIdentity> accounts) {
      if (made) {
        return (random.nextInt(9) > 0 ? "Google_" : "google_")
            + (accounts.isEmpty() ? number : accounts.getFirst().userId());
      }
      if (!logins.instead().isEmpty()) {
        return id.value();
      }
      return switch (random.nextInt(12)) {
        case 0 -> "User" + random.nextInt(number + 1);
        case 1 -> "USER" + random.nextInt(number + 1);
        case 2 -> address();
        case 3 -> oneOf(SIGMAS) + random.nextInt(8);
        default -> "user" + number;
      };
    }

    private List<ExternalIdentity> accounts(boolean made) {
      List<ExternalIdentity> accounts = new ArrayList<>();
      int most = made ? 1 + random.nextInt(5) / 4 : random.nextInt(4) / 3;
      for (int i = 0; i < most; i++) {
        String userId = String.valueOf(random.nextInt(USERS / 4));
        boolean primary = made && (i == 0 || random.nextInt(4) == 0);
        accounts.add(new ExternalIdentity("Google", "Google", userId, null, primary, null));
      }
      return made && random.nextInt(9) == 0 ? List.of() : accounts;
    }

    private Map<String, String> attributes(int number) {
      Map<String, String> attributes = new HashMap<>();
      if (random.nextInt(8) > 0) {
        attributes.put("email", address());
        attributes.put("email_verified", oneOf(List.of("true", "true", "false")));
      }
      if (random.nextInt(3) == 0) {
        attributes.put("phone_number", "+4915100" + random.nextInt(USERS * 5));
        attributes.put("phone_number_verified", oneOf(List.of("true", "false")));
      }
      if (random.nextInt(20) == 0) {
        attributes.put("given_name", "long".repeat(11) + number);
      }
      if (random.nextInt(20) == 0) {
        attributes.put("custom:note", "nul\0");
      }
      if (random.nextInt(30) == 0) {
        attributes.put("identities", "unreadable");
      }
      return attributes;
    }

    private String address() {
      String name = oneOf(List.of("ann", "Ann", "bob", "eve", "ANN", "zoe"));
      return name + random.nextInt(USERS / 6) + "@example.org";
    }

    private <T> T oneOf(List<T> values) {
      return values.get(random.nextInt(values.size()));
    }
  }

  private static final List<SourceStatus> STATUSES =
      List.of(
          SourceStatus.CONFIRMED,
          SourceStatus.CONFIRMED,
          SourceStatus.UNCONFIRMED,
          SourceStatus.RESET_REQUIRED);
}
