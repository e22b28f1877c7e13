package dev.sluice.api.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

final class AllowedTransitionsTest {

  @ParameterizedTest
  @CsvSource({
    // from,     to: D I M R G L, and J for merged
    "DISCOVERED, .IMRGLJ",
    "IMPORTED,   ..MRGL.",
    "MIGRATED,   .......",
    "REJECTED,   DIM.GL.",
    "GONE,       .......",
    "LEFT,       ..M.G..",
    "MERGED,     .......",
  })
  void every_change_is_as_the_table_says(MigrationState from, String table) {
    String found =
        Arrays.stream(MigrationState.values())
            .map(to -> AllowedTransitions.allows(from, to) ? letter(to) : ".")
            .collect(Collectors.joining());

    assertThat(found).isEqualTo(table);
  }

  private static String letter(MigrationState state) {
    return state == MigrationState.MERGED ? "J" : state.name().substring(0, 1);
  }

  @ParameterizedTest
  @EnumSource
  void no_state_leads_to_itself(MigrationState state) {
    assertThat(AllowedTransitions.next(state)).doesNotContain(state);
  }

  @Test
  void only_who_was_moved_by_force_may_be_on_record_with_a_reset_instead() {
    for (MovedBy from : MovedBy.values()) {
      for (MovedBy to : MovedBy.values()) {
        assertThat(AllowedTransitions.allowsMoreExact(from, to))
            .as(from + " to " + to)
            .isEqualTo(from == MovedBy.FORCED && to == MovedBy.RESET);
      }
    }
  }
}
