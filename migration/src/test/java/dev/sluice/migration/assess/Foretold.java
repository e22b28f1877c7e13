package dev.sluice.migration.assess;

import dev.sluice.api.MigrationMode;
import dev.sluice.api.ledger.LedgerEntry;
import dev.sluice.api.source.UserSource;
import dev.sluice.api.target.TargetLimits;
import dev.sluice.api.user.PlannedUser;
import dev.sluice.api.user.UserId;
import dev.sluice.api.user.UserRecord;
import dev.sluice.migration.assess.estimate.PriceBands;
import dev.sluice.migration.assess.estimate.Prices;
import dev.sluice.migration.assess.found.Outlook;
import dev.sluice.migration.assess.found.Person;
import dev.sluice.migration.assess.reading.ReadingListener;
import dev.sluice.migration.sync.SyncScene;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.TreeSet;

/** What becomes of users whom a bulk run does not just write, by their ids. */
final class Foretold implements ReadingListener {
  private static final PriceBands FREE = new PriceBands(new TreeMap<>(Map.of(0L, BigDecimal.ZERO)));
  private static final Prices PRICES =
      new Prices(
          LocalDate.EPOCH,
          "nowhere",
          "EUR",
          new LinkedHashMap<>(Map.of("lite", FREE)),
          FREE,
          BigDecimal.ZERO);

  private final Map<String, String> fates = new TreeMap<>();

  /** Assesses a pool, and gives each user's outlook to the map. */
  static Assessment of(
      UserSource source, TargetLimits limits, Path scratch, Map<String, String> fates)
      throws InterruptedException {
    Foretold foretold = new Foretold();
    AssessQuestion question =
        new AssessQuestion(
            SyncScene.mapping(MigrationMode.HYBRID),
            Optional.of("fake"),
            new AssessQuestion.Rules(Optional.empty(), ""),
            limits,
            20,
            2000,
            PRICES,
            OptionalLong.empty(),
            Optional.empty(),
            List.of(),
            scratch);
    Assessment assessment = new Assess(source, question, InstantSource.system()).run(foretold);
    fates.putAll(foretold.fates);
    return assessment;
  }

  /** Returns what a bulk run has made of the same users. */
  static Map<String, String> happened(SyncScene scene, List<UserRecord> people) {
    Map<String, String> fates = new TreeMap<>();
    for (UserRecord user : people) {
      LedgerEntry entry = scene.entry(user.id());
      String fate =
          switch (entry.state()) {
            case REJECTED -> "rejected";
            case MERGED -> "merged";
            case IMPORTED, MIGRATED -> {
              PlannedUser stored = scene.target.stored(user.id()).orElseThrow();
              yield stored.email() == null && user.email() != null ? "without address" : "";
            }
            case DISCOVERED, GONE, LEFT -> throw new AssertionError(entry.toString());
          };
      if (!fate.isEmpty()) {
        fates.put(user.id().value(), fate);
      }
    }
    return fates;
  }

  /** Returns what has happened otherwise, user by user. */
  static List<String> differences(
      Map<String, String> foretold, Map<String, String> happened, SyncScene scene) {
    TreeSet<String> ids = new TreeSet<>(foretold.keySet());
    ids.addAll(happened.keySet());
    return ids.stream()
        .filter(id -> !Objects.equals(foretold.get(id), happened.get(id)))
        .map(id ->
            "foretold %s, happened %s: %s"
                .formatted(foretold.get(id), happened.get(id), scene.entry(new UserId(id))))
        .toList();
  }

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

  @Override
  public void progressed(long read, long estimated) {}

  @Override
  public void noticed(String notice) {}
}
