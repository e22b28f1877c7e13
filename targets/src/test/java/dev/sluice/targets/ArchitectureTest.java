package dev.sluice.targets;

import dev.sluice.harness.HouseRules;

class ArchitectureTest extends HouseRules {
  ArchitectureTest() {
    super("dev.sluice.targets");
  }
}
