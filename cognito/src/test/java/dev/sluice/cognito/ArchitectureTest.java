package dev.sluice.cognito;

import dev.sluice.harness.HouseRules;

class ArchitectureTest extends HouseRules {
  ArchitectureTest() {
    super("dev.sluice.cognito");
  }
}
