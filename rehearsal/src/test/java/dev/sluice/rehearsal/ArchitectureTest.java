package dev.sluice.rehearsal;

import dev.sluice.harness.HouseRules;

class ArchitectureTest extends HouseRules {
  ArchitectureTest() {
    super("dev.sluice.rehearsal");
  }
}
