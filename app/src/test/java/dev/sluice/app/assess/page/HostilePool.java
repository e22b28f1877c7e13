package dev.sluice.app.assess.page;

import dev.sluice.api.MigrationMode;
import dev.sluice.api.pool.PoolInventory;
import dev.sluice.api.source.SecondFactor;
import dev.sluice.api.target.TargetLimits;
import dev.sluice.api.user.ExternalIdentity;
import dev.sluice.api.user.Group;
import dev.sluice.api.user.SourceStatus;
import dev.sluice.api.user.UserId;
import dev.sluice.api.user.UserRecord;
import dev.sluice.app.assess.text.Leaving;
import dev.sluice.app.config.reading.ConfigReader;
import dev.sluice.cognito.call.CognitoOptions;
import dev.sluice.contracts.source.FakeUserSource;
import dev.sluice.contracts.source.PoolInventories;
import dev.sluice.migration.assess.Assess;
import dev.sluice.migration.assess.AssessQuestion;
import dev.sluice.migration.assess.Assessment;
import dev.sluice.migration.assess.disposition.DispositionTable;
import dev.sluice.migration.assess.disposition.DispositionTexts;
import dev.sluice.migration.assess.found.Contested;
import dev.sluice.migration.assess.reading.ReadingListener;
import dev.sluice.migration.mapping.AttributeMapping;
import dev.sluice.migration.mapping.UserMapping;
import dev.sluice.migration.segment.Condition;
import dev.sluice.migration.segment.Segment;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Pattern;

/** A pool whose users have done their worst. */
final class HostilePool {
  static final String SCRIPT = "<script>alert(1)</script>";

  private static final Instant CREATED = Instant.parse("2019-05-04T03:02:01Z");
  private static final String ENDLESS = "w".repeat(2048);
  private static final List<String> NAMES =
      List.of(
          SCRIPT,
          "\"><img src=http://example.org/x onerror=alert(1)>",
          "</style><link rel=stylesheet href=http://example.org/y>",
          ENDLESS,
          "\u202eesrever",
          "日本語のとても長い名前".repeat(9),
          "nul\0and\u001b[31m");

  private static final List<Segment> SEGMENTS =
      List.of(
          new Segment("scripts", new Condition.InGroup(SCRIPT)),
          new Segment("endless", new Condition.HasAttribute(ENDLESS + "-attribute")),
          new Segment(
              "either",
              new Condition.Any(
                  List.of(new Condition.InGroup(SCRIPT), new Condition.InGroup(ENDLESS)))));

  private HostilePool() {}

  static Leaving leaving() {
    PoolInventory pool = PoolInventories.everything();
    return new Leaving(
        pool,
        DispositionTable.of(pool, new Contested(), new DispositionTexts(Map.of())),
        CognitoOptions.of("eu-west-1_Ab12Cd34E", "5pmi4ct0o4n6ulqj7vlnkm6nhh"));
  }

  static Assessment assessed(FakeUserSource source, Path scratch) throws InterruptedException {
    for (int i = 0; i < 160; i++) {
      source.put(user(i, NAMES.get(i / 10 % NAMES.size())));
    }
    source.put(PoolInventories.everything());
    NAMES.forEach(name -> source.put(new Group(name, null, null)));
    AssessQuestion question =
        new AssessQuestion(
            new UserMapping(MigrationMode.HYBRID, new AttributeMapping(Map.of()), Map.of()),
            Optional.of("stricter"),
            new AssessQuestion.Rules(Optional.empty(), ""),
            new TargetLimits(Pattern.compile("[a-z]+"), "Rename them.", 36, 255, 1000),
            20,
            2270,
            new ConfigReader(Map.of()).prices(),
            OptionalLong.empty(),
            Optional.of(new AssessQuestion.Mfa(name -> Optional.of(Set.of(SecondFactor.TOTP)), 40)),
            SEGMENTS,
            scratch);
    return new Assess(source, question, InstantSource.fixed(CREATED.plusSeconds(9_000_000)))
        .run(SILENT);
  }

  private static UserRecord user(int number, String name) {
    boolean federated = number % 5 == 0;
    return new UserRecord(
        new UserId("%x%07d-2024-4000-8000-000000000000".formatted(number % 16, number)),
        name + (number % 2 == 0 ? "x" : "X") + number / 2,
        federated ? SourceStatus.EXTERNAL_PROVIDER : SourceStatus.CONFIRMED,
        number % 7 != 0,
        Map.of("email", name + number / 3 + "@example.org", name + "-attribute", name),
        federated
            ? List.of(new ExternalIdentity(name, "SAML", "id" + number / 10, null, true, null))
            : List.of(),
        List.of(name),
        CREATED.plusSeconds(number * 1_000_000L),
        CREATED.plusSeconds(number * 1_300_000L));
  }

  private static final ReadingListener SILENT =
      new ReadingListener() {
        @Override
        public void progressed(long read, long estimated) {}

        @Override
        public void noticed(String notice) {}
      };
}
