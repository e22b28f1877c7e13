package dev.sluice.api;

import dev.sluice.harness.HouseRules;

class ArchitectureTest extends HouseRules {
  ArchitectureTest() {
    super("dev.sluice.api");
  }
}
