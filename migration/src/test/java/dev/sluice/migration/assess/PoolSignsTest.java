package dev.sluice.migration.assess;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.contracts.source.PoolInventories;
import dev.sluice.migration.assess.Sign.Side;
import dev.sluice.migration.assess.Sign.Weight;
import dev.sluice.migration.assess.estimate.PriceBands;
import dev.sluice.migration.assess.estimate.Prices;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class PoolSignsTest {
  private static final PriceBands FREE = new PriceBands(new TreeMap<>(Map.of(0L, BigDecimal.ZERO)));
  private static final Prices PRICES =
      new Prices(
          LocalDate.of(2031, 2, 3),
          "a test",
          "EUR",
          new LinkedHashMap<>(Map.of("lite", FREE)),
          FREE,
          new BigDecimal("7.25"));

  @Test
  void aws_credentials_speak_much_for_staying() {
    assertThat(PoolSigns.of(PoolInventories.everything(), PRICES))
        .filteredOn(sign -> sign.weight() == Weight.MUCH)
        .singleElement()
        .satisfies(sign -> {
          assertThat(sign.side()).isEqualTo(Side.STAY);
          assertThat(sign.text()).startsWith("Identity pools hand out AWS credentials");
        });
  }

  @Test
  void triggers_are_named_because_they_have_to_be_built_anew() {
    assertThat(PoolSigns.of(PoolInventories.everything(), PRICES))
        .anyMatch(sign -> sign.text().contains("PreTokenGeneration"));
  }

  @Test
  void a_pool_that_uses_little_says_so() {
    List<Sign> signs = PoolSigns.of(PoolInventories.plain(), PRICES);
    assertThat(signs)
        .singleElement()
        .satisfies(sign -> {
          assertThat(sign.side()).isEqualTo(Side.STAY);
          assertThat(sign.weight()).isEqualTo(Weight.LITTLE);
          assertThat(sign.text()).startsWith("It uses little");
        });
  }
}
