package dev.sluice.migration.ledger.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sluice.api.pace.Turns;
import dev.sluice.api.pace.Turns.Block;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What holds for turns that all processes on one ledger share. */
public abstract class TurnsContract {
  private static final double MOST = 130;
  private static final long SECOND = 1_000_000;

  private final List<LedgerStore> open = new ArrayList<>();

  /** The address of an empty database, the same throughout one test. */
  protected abstract String url();

  /** Turns as one more process has them. */
  private Turns process() {
    LedgerStore store = LedgerStore.open(url());
    open.add(store);
    return store.turns();
  }

  @AfterEach
  final void close() {
    open.forEach(LedgerStore::close);
  }

  @Test
  void no_second_has_more_turns_than_the_share_however_many_processes_and_threads_ask()
      throws Exception {
    List<Callable<Block>> asked = new ArrayList<>();
    for (int each = 0; each < 4; each++) {
      Turns process = process();
      for (int ask = 0; ask < 40; ask++) {
        int wanted = 1 + (ask * 7) % 30;
        asked.add(() -> process.reserve("LIST", MOST, wanted, ask(wanted)));
      }
    }

    List<Long> turns =
        OpenedLedger.atOnce(asked).stream()
            .flatMapToLong(TurnsContract::moments)
            .sorted()
            .boxed()
            .toList();

    for (int turn = 0; turn + (int) MOST < turns.size(); turn++) {
      assertThat(turns.get(turn + (int) MOST) - turns.get(turn)).isGreaterThanOrEqualTo(SECOND);
    }
    assertThat(turns).doesNotHaveDuplicates().hasSizeGreaterThan(2 * (int) MOST);
  }

  private static boolean ask(int wanted) {
    return wanted % 2 == 0;
  }

  private static LongStream moments(Block block) {
    return LongStream.range(0, block.turns()).map(turn -> block.first() + turn * block.gap());
  }

  @Test
  void what_one_process_reserves_and_never_uses_delays_the_others_by_one_block() {
    Block died = process().reserve("LIST", MOST, 100_000, false);

    Block next = process().reserve("LIST", MOST, 1, false);

    assertThat(died.turns() * died.gap()).isLessThanOrEqualTo(SECOND / 5);
    assertThat(next.first())
        .isEqualTo(Math.max(next.now(), died.first() + died.turns() * died.gap()));
  }

  @Test
  void one_slow_down_is_one_for_all_and_only_for_its_quota() {
    Turns here = process();
    Turns there = process();
    there.reserve("LIST", MOST, 1, false);

    here.slowDown("LIST", MOST);
    there.slowDown("LIST", MOST);

    assertThat(there.reserve("LIST", MOST, 1, true).rate()).isCloseTo(MOST / 2, within(0.1));
    assertThat(there.reserve("SIGN_IN", MOST, 1, false).rate()).isCloseTo(MOST, within(0.1));
  }

  @Test
  void the_lowest_of_the_limits_in_use_holds_for_all() {
    Turns low = process();
    Turns high = process();
    high.reserve("LIST", MOST, 1, false);
    low.reserve("LIST", 40, 1, false);

    assertThat(high.reserve("LIST", MOST, 1, false).rate()).isCloseTo(40, within(0.1));
  }

  @Test
  void a_process_that_starts_anew_goes_on_at_the_rate_that_was_left() {
    process().slowDown("LIST", MOST);
    close();
    open.clear();

    assertThat(process().reserve("LIST", MOST, 1, false).rate()).isCloseTo(MOST / 2, within(0.1));
  }
}
