package dev.sluice.app.assess;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.api.ledger.Ledger;
import dev.sluice.api.ledger.LedgerEntry;
import dev.sluice.api.source.UserSource;
import dev.sluice.api.target.Target;
import dev.sluice.api.target.TargetLimits;
import dev.sluice.api.user.PlannedUser;
import dev.sluice.api.user.UserId;
import dev.sluice.app.Scene;
import dev.sluice.app.config.AssessConfig;
import dev.sluice.app.config.reading.ConfigReader;
import dev.sluice.app.wiring.LedgerPacing;
import dev.sluice.cognito.CognitoPool;
import dev.sluice.contracts.target.FakeTarget;
import dev.sluice.migration.assess.Assess;
import dev.sluice.migration.assess.AssessQuestion;
import dev.sluice.migration.assess.Assessment;
import dev.sluice.migration.assess.found.Outlook;
import dev.sluice.migration.assess.found.Person;
import dev.sluice.migration.assess.reading.ReadingListener;
import dev.sluice.migration.ledger.jdbc.LedgerStore;
import dev.sluice.rehearsal.RehearsalOptions;
import dev.sluice.rehearsal.quota.Quotas;
import dev.sluice.rehearsal.user.MadeUser;
import dev.sluice.rehearsal.user.SignInBy;
import dev.sluice.targets.keycloak.KeycloakTargetFactory;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ForetoldOfAPoolTest {
  private static final TargetLimits LIMITS = new KeycloakTargetFactory().limits();

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "USERNAME_OR_VERIFIED_ALIAS, 10000",
    "USERNAME, 2500",
    "EMAIL_OR_PHONE, 2500",
    "EMAIL, 2500",
    "PHONE, 2500"
  })
  void assess_tells_what_bulk_makes_of_each_user_of_a_hostile_pool(SignInBy login, int users)
      throws IOException, InterruptedException {
    RehearsalOptions options =
        RehearsalOptions.standard()
            .withUsers(users)
            .withSignInBy(login)
            .withCaseSensitive(login != SignInBy.EMAIL_OR_PHONE)
            .withHostileUsers(100)
            .withGroups(40)
            .withQuotas(Quotas.off());
    try (Scene scene = new Scene(folder, options)) {
      FakeTarget target = scene.target().within(LIMITS);
      if (login.takesEmail()) {
        target.oneEmailEach();
      }
      Told told = new Told();
      Assessment assessment = assessed(scene, target, told);

      Scene.Result bulk = scene.run("bulk", "--execute", "--json");
      Scene.Result verify = scene.run("verify", "--json");

      Map<String, String> happened = happened(scene, target);
      assertThat(differences(scene, happened, told.fates)).isEmpty();
      assertThat(happened).containsValues("rejected", "merged");
      assertThat(bulk.json().get("rejected").asLong()).isEqualTo(assessment.obstacles().users());
      assertThat(assessment.contested().addressIsUsername().users())
          .isEqualTo(login.takesEmail() ? 0 : addressesThatAreUsernames(scene, happened));
      assertThat(verify.json().get("equal").asBoolean()).as(verify.out()).isTrue();
      assertThat(verify.json().get("compared").asLong()).isEqualTo(target.users().size());
      assertThat(verify.code()).isZero();
    }
  }

  /** Returns how many users come, whose email address is the username of another who comes. */
  private static long addressesThatAreUsernames(Scene scene, Map<String, String> happened) {
    List<MadeUser> come =
        scene.pool().users().filter(user -> !isLeftBehind(happened.get(user.sub()))).toList();
    Map<String, String> owners = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    come.forEach(user -> owners.put(user.username(), user.sub()));
    return come.stream()
        .filter(user ->
            user.email().map(owners::get).filter(owner -> !owner.equals(user.sub())).isPresent())
        .count();
  }

  private static boolean isLeftBehind(@Nullable String fate) {
    return "rejected".equals(fate) || "merged".equals(fate);
  }

  /** Returns what has happened otherwise than was told, user by user. */
  private static List<String> differences(
      Scene scene, Map<String, String> happened, Map<String, String> told) {
    return scene
        .pool()
        .users()
        .filter(user -> !Objects.equals(happened.get(user.sub()), told.get(user.sub())))
        .map(user ->
            "told %s, happened %s: %s %s"
                .formatted(told.get(user.sub()), happened.get(user.sub()), user, user.attributes()))
        .toList();
  }

  private Assessment assessed(Scene scene, Target target, ReadingListener listener)
      throws IOException, InterruptedException {
    ConfigReader reader = new ConfigReader(Map.of());
    AssessConfig config = reader.readForAssess(scene.config());
    AssessQuestion question =
        new AssessQuestion(
            config.mapping(),
            Optional.of("keycloak"),
            new AssessQuestion.Rules(Optional.of(target), ""),
            LIMITS,
            1_000,
            2_000,
            reader.prices(),
            OptionalLong.empty(),
            Optional.empty(),
            List.of(),
            folder);
    try (LedgerPacing paces = LedgerPacing.of(config.ledger());
        CognitoPool cognito = CognitoPool.open(config.source(), paces.pacing());
        UserSource source = cognito.users()) {
      return new Assess(source, question, InstantSource.system()).run(listener);
    }
  }

  private static Map<String, String> happened(Scene scene, FakeTarget target) {
    Map<String, String> fates = new TreeMap<>();
    try (LedgerStore store = scene.ledger()) {
      Ledger ledger = store.ledger();
      scene
          .pool()
          .users()
          .forEach(user -> {
            String fate = fate(user, ledger.find(new UserId(user.sub())).orElseThrow(), target);
            if (!fate.isEmpty()) {
              fates.put(user.sub(), fate);
            }
          });
    }
    return fates;
  }

  private static String fate(MadeUser user, LedgerEntry entry, FakeTarget target) {
    return switch (entry.state()) {
      case REJECTED -> "rejected";
      case MERGED -> "merged";
      case IMPORTED, MIGRATED -> {
        PlannedUser stored = target.stored(entry.id()).orElseThrow();
        yield user.attributes().containsKey("email") && stored.email() == null
            ? "without address"
            : "";
      }
      case DISCOVERED, GONE, LEFT -> throw new AssertionError(entry.toString());
    };
  }

  private static final class Told implements ReadingListener {
    private final Map<String, String> fates = new TreeMap<>();

    @Override
    public void progressed(long read, long estimated) {}

    @Override
    public void noticed(String notice) {}

    @Override
    public synchronized void foretold(Person person, Outlook outlook) {
      fates.put(
          person.sub(),
          switch (outlook) {
            case UNFIT, USERNAME_TAKEN, PERSON_UNCERTAIN -> "rejected";
            case MERGED -> "merged";
            case WITHOUT_ADDRESS -> "without address";
            case COMES -> throw new AssertionError(person.toString());
          });
    }
  }
}
