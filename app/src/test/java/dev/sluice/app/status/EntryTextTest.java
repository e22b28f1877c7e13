package dev.sluice.app.status;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.api.ledger.LedgerEntry;
import dev.sluice.api.ledger.LedgerEvent;
import dev.sluice.api.ledger.MigrationState;
import dev.sluice.api.ledger.MovedBy;
import dev.sluice.api.user.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EntryTextTest {
  private static final Instant SINCE = Instant.parse("2026-02-03T04:05:06Z");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          DISCOVERED |           | Not migrated: read from the pool | Cognito
          IMPORTED   |           | Not migrated yet: the profile is at the target, the password is not. | Cognito
          MIGRATED   | PASSWORD  | Migrated: the old password was verified at the first login. | the target
          MIGRATED   | RESET     | Migrated: a new password was set. | the target
          MIGRATED   | FEDERATED | Migrated: logs in through another provider | the target
          MIGRATED   | FORCED    | Migrated: must set a new password at the next login. | the target
          REJECTED   |           | Not migrated: rejected. | Cognito
          GONE       |           | Deleted in the pool before it moved. | none
          LEFT       |           | Not migrated: left behind by the owner's decision. | Cognito
          MERGED     |           | Not migrated: the same person has another profile | none
          """)
  void support_reads_where_a_user_stands(
      MigrationState state, @Nullable MovedBy by, String summary, String record) {
    assertThat(EntryText.of(entry(state, by, null)))
        .contains(
            "ada (7d1f-id)",
            "  state " + state + " since 2026-02-03 04:05 UTC",
            "  system of record: " + record)
        .anyMatch(line -> line.startsWith("  " + summary));
  }

  @Test
  void the_reason_is_told_where_there_is_one() {
    assertThat(EntryText.of(entry(MigrationState.REJECTED, null, "The name is taken.")))
        .contains("  why: The name is taken.");
  }

  @Test
  void an_event_is_one_line() {
    LedgerEvent event =
        new LedgerEvent(
            4,
            SINCE,
            "gateway",
            new UserId("7d1f-id"),
            MigrationState.IMPORTED,
            MigrationState.MIGRATED,
            MovedBy.PASSWORD,
            null);
    assertThat(EntryText.of(event))
        .isEqualTo("2026-02-03 04:05 UTC  IMPORTED -> MIGRATED by PASSWORD, gateway");
  }

  @Test
  void programs_read_the_same() {
    assertThat(EntryJson.of(entry(MigrationState.MIGRATED, MovedBy.RESET, null)))
        .hasToString(
            """
            {"id":"7d1f-id","username":"ada","state":"MIGRATED","systemOfRecord":"TARGET",\
            "since":"2026-02-03T04:05:06Z","by":"RESET","targetId":"7d1f-id"}\
            """);
  }

  private static LedgerEntry entry(
      MigrationState state, @Nullable MovedBy by, @Nullable String why) {
    return new LedgerEntry(
        new UserId("7d1f-id"), "ada", "ada@example.org", null, state, by, why, SINCE);
  }
}
