package dev.sluice.migration.assess.disposition;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.api.pool.LambdaTrigger;
import dev.sluice.api.pool.PoolInventory;
import dev.sluice.contracts.source.PoolInventories;
import dev.sluice.migration.assess.found.Affected;
import dev.sluice.migration.assess.found.Contested;
import dev.sluice.migration.assess.found.Person;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DispositionTableTest {
  private static final DispositionTexts ANY = new DispositionTexts(Map.of());

  @Test
  void a_pool_with_nothing_set_has_only_the_rows_of_every_pool() {
    assertThat(DispositionTable.of(PoolInventories.plain(), new Contested(), ANY))
        .extracting(DispositionRow::key)
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
        .extracting(DispositionRow::key)
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
  void users_who_share_an_address_need_a_decision_and_are_named() {
    Contested users = new Contested();
    users
        .withoutAddress()
        .add(new Affected(new Person("1", "ann"), Optional.of(new Person("2", "Ann"))));
    DispositionRow row =
        DispositionTable.of(PoolInventories.plain(), users, ANY).stream()
            .filter(each -> each.key().equals("shared-addresses"))
            .findFirst()
            .orElseThrow();
    assertThat(row.disposition()).isEqualTo(Disposition.DECIDE);
    assertThat(row.inPool()).isEqualTo("1: ann");
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
        .extracting(DispositionRow::disposition)
        .isSorted()
        .contains(Disposition.MOVES, Disposition.DECIDE, Disposition.CANNOT);
  }

  @Test
  void a_targets_own_text_comes_before_that_for_any_target() {
    DispositionTexts own = new DispositionTexts(Map.of("creation-date", "MOVES It is kept there."));
    DispositionRow row =
        DispositionTable.of(PoolInventories.plain(), new Contested(), own).stream()
            .filter(each -> each.key().equals("creation-date"))
            .findFirst()
            .orElseThrow();
    assertThat(row.disposition()).isEqualTo(Disposition.MOVES);
    assertThat(row.whatToDo()).isEqualTo("It is kept there.");
  }

  @Test
  void a_trigger_that_nobody_has_written_of_yet_is_told_by_its_name() {
    DispositionRow row =
        ANY.of(new FoundThing("trigger.OfTomorrow", "Lambda trigger OfTomorrow", "arn"));
    assertThat(row.disposition()).isEqualTo(Disposition.DECIDE);
    assertThat(row.thing()).contains("OfTomorrow");
  }

  @Test
  void the_arn_of_a_trigger_is_told() {
    LambdaTrigger trigger = PoolInventories.everything().triggers().getFirst();
    assertThat(row(PoolInventories.everything(), "trigger." + trigger.name()).inPool())
        .isEqualTo(trigger.arn());
  }

  private static List<DispositionRow> rows(PoolInventory pool) {
    return DispositionTable.of(pool, new Contested(), ANY);
  }

  private static DispositionRow row(PoolInventory pool, String key) {
    return rows(pool).stream().filter(each -> each.key().equals(key)).findFirst().orElseThrow();
  }
}
