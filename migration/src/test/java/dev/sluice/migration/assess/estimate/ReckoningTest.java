package dev.sluice.migration.assess.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sluice.migration.assess.found.Counts;
import dev.sluice.migration.assess.found.GroupSize;
import dev.sluice.migration.assess.found.MfaShares;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReckoningTest {
  @Test
  void a_million_users_at_the_ceiling_take_nine_minutes_and_a_quarter() {
    ExportTime export = ExportTime.of(30, 1_000_000, 16, List.of());
    assertThat(export.total()).isEqualTo(Duration.ofMillis(555_567));
  }

  @Test
  void groups_are_read_first_and_an_empty_one_is_a_call_too() {
    ExportTime export =
        ExportTime.of(10, 600, 16, List.of(new GroupSize("a", 61), new GroupSize("b", 0)));
    assertThat(export.groupPages()).isEqualTo(3);
    assertThat(export.userPages()).isEqualTo(10);
    assertThat(export.total()).isEqualTo(Duration.ofMillis(1300));
  }

  @Test
  void one_chain_waits_for_each_answer_however_high_the_quota() {
    assertThat(ExportTime.of(30, 6000, 1, List.of()).users()).isEqualTo(Duration.ofSeconds(12));
    assertThat(ExportTime.of(30, 0, 16, List.of(new GroupSize("all", 6000))).groups())
        .isEqualTo(Duration.ofSeconds(12));
  }

  @Test
  void the_slower_of_reading_and_writing_decides() {
    ExportTime export = ExportTime.of(20, 12_000, 16, List.of(new GroupSize("a", 60)));
    Times slowTarget = new Times(export, 100, Duration.ofMinutes(2), List.of());
    assertThat(slowTarget.bulk()).isEqualTo(Duration.ofMillis(120_120));
    Times fastTarget = new Times(export, 10_000, Duration.ofMillis(1200), List.of());
    assertThat(fastTarget.bulk()).isEqualTo(export.total());
  }

  @Test
  void passwords_move_between_the_same_people_and_everybody_alike() {
    Moved after = Moved.after(90, 0.3);
    assertThat(after.atLeast()).isEqualTo(0.3);
    assertThat(after.atMost()).isEqualTo(1 - 0.7 * 0.7 * 0.7, within(1e-9));
    Moved first = Moved.after(30, 0.3);
    assertThat(first.atLeast()).isEqualTo(0.3);
    assertThat(first.atMost()).isEqualTo(0.3, within(1e-9));
  }

  @Test
  void a_sample_says_by_how_much_it_may_be_off() {
    assertThat(new MfaShares(9000, 100, 0, new Counts<>()).margin()).isEqualTo(0.098, within(1e-9));
    assertThat(new MfaShares(100, 100, 0, new Counts<>()).margin()).isZero();
  }
}
