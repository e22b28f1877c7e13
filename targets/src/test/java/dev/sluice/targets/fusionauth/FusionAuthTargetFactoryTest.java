package dev.sluice.targets.fusionauth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.api.target.TargetFactory;
import dev.sluice.contracts.target.TargetFactoryContract;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FusionAuthTargetFactoryTest extends TargetFactoryContract {
  @Override
  protected TargetFactory factory() {
    return new FusionAuthTargetFactory();
  }

  @Override
  protected Map<String, String> goodValues() {
    return Map.of(
        "url", "http://127.0.0.1:1",
        "api-key", "made-up",
        "tenant-id", "7f2c6e0a-94d1-4a5b-8c3e-2b1d5f60a9e4");
  }

  @Test
  void one_tenant_is_one_place_however_its_id_is_written() {
    String place = "tenant 7f2c6e0a-94d1-4a5b-8c3e-2b1d5f60a9e4 of http://127.0.0.1:1";
    assertThat(factory().place(goodValues())).isEqualTo(place);
    assertThat(factory().place(with("tenant-id", "7F2C6E0A-94D1-4A5B-8C3E-2B1D5F60A9E4")))
        .isEqualTo(place);
    assertThat(factory().place(with("tenant-id", "00000000-94d1-4a5b-8c3e-2b1d5f60a9e4")))
        .isNotEqualTo(place);
  }

  private Map<String, String> with(String key, String value) {
    Map<String, String> values = new HashMap<>(goodValues());
    values.put(key, value);
    return values;
  }
}
