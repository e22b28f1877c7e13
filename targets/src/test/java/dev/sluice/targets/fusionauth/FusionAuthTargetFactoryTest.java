package dev.sluice.targets.fusionauth;

import dev.sluice.contracts.TargetFactoryContract;
import dev.sluice.migration.target.TargetFactory;
import java.util.Map;

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
}
