package dev.sluice.migration.assess.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class PriceBandsTest {
  private final PriceBands lite =
      new PriceBands(
          new TreeMap<>(
              Map.of(
                  0L, BigDecimal.ZERO,
                  10_000L, new BigDecimal("0.0055"),
                  100_000L, new BigDecimal("0.0046"))));

  @Test
  void users_below_the_first_price_are_free() {
    assertThat(lite.of(0)).isZero();
    assertThat(lite.of(10_000)).isZero();
    assertThat(lite.free()).isEqualTo(10_000);
  }

  @Test
  void each_user_costs_the_price_of_its_band() {
    assertThat(lite.of(10_001)).isEqualByComparingTo("0.0055");
    // 90,000 at 0.0055 and 850,000 at 0.0046, as in the provider's own example.
    assertThat(lite.of(950_000)).isEqualByComparingTo("4405");
  }

  @Test
  void the_dearest_price_is_the_most_that_one_more_user_costs() {
    assertThat(lite.dearest()).isEqualByComparingTo("0.0055");
  }

  @Test
  void prices_that_do_not_begin_with_the_first_user_are_refused() {
    assertThatThrownBy(() -> new PriceBands(new TreeMap<>(Map.of(5L, BigDecimal.ONE))))
        .hasMessageContaining("begin with the one above 0 users");
  }
}
