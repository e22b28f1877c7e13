package dev.sluice.migration.assess.fate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.api.pool.LambdaTrigger;
import dev.sluice.api.pool.PoolInventory;
import dev.sluice.contracts.source.PoolInventories;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FateTableTest {
  private static final FateTexts ANY = new FateTexts(Map.of());

  @Test
  void a_pool_with_nothing_set_has_only_the_rows_of_every_pool() {
    assertThat(FateTable.of(PoolInventories.plain(), ANY))
        .extracting(FateRow::key)
        .containsExactlyInAnyOrder(
            "ids",
            "password-hashes",
            "refresh-tokens",
            "creation-date",
            "password-policy",
            "self-sign-up");
  }

  @Test
  void a_pool_that_has_everything_has_a_row_for_each_thing() {
    assertThat(rows(PoolInventories.everything()))
        .extracting(FateRow::key)
        .contains(
            "totp-secrets",
            "passkeys",
            "devices",
            "group-roles",
            "group-precedence",
            "implicit-grant",
            "client-credentials",
            "resource-servers",
            "identity-pools",
            "custom-domain",
            "threat-protection",
            "case-sensitive",
            "aliases",
            "password-history",
            "trigger.PreTokenGeneration",
            "email-sender",
            "sms-sender",
            "branding");
  }

  @Test
  void a_row_says_which_and_how_many() {
    assertThat(row(PoolInventories.everything(), "custom-attributes").inPool())
        .isEqualTo("2: custom:seats, dev:custom:risk");
    assertThat(row(PoolInventories.everything(), "identity-pools").inPool())
        .isEqualTo("1: uploads");
  }

  @Test
  void what_moves_comes_first_and_what_cannot_move_last() {
    assertThat(rows(PoolInventories.everything()))
        .extracting(FateRow::fate)
        .isSorted()
        .contains(Fate.MOVES, Fate.DECIDE, Fate.CANNOT);
  }

  @Test
  void a_targets_own_text_comes_before_that_for_any_target() {
    FateTexts own = new FateTexts(Map.of("creation-date", "MOVES It is kept there."));
    FateRow row =
        FateTable.of(PoolInventories.plain(), own).stream()
            .filter(each -> each.key().equals("creation-date"))
            .findFirst()
            .orElseThrow();
    assertThat(row.fate()).isEqualTo(Fate.MOVES);
    assertThat(row.whatToDo()).isEqualTo("It is kept there.");
  }

  @Test
  void a_trigger_that_nobody_has_written_of_yet_is_told_by_its_name() {
    FateRow row = ANY.of(new FoundThing("trigger.OfTomorrow", "Lambda trigger OfTomorrow", "arn"));
    assertThat(row.fate()).isEqualTo(Fate.DECIDE);
    assertThat(row.thing()).contains("OfTomorrow");
  }

  @Test
  void the_arn_of_a_trigger_is_told() {
    LambdaTrigger trigger = PoolInventories.everything().triggers().getFirst();
    assertThat(row(PoolInventories.everything(), "trigger." + trigger.name()).inPool())
        .isEqualTo(trigger.arn());
  }

  private static List<FateRow> rows(PoolInventory pool) {
    return FateTable.of(pool, ANY);
  }

  private static FateRow row(PoolInventory pool, String key) {
    return rows(pool).stream().filter(each -> each.key().equals(key)).findFirst().orElseThrow();
  }
}
