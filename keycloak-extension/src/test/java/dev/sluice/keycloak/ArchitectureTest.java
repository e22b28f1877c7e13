package dev.sluice.keycloak;

import dev.sluice.harness.HouseRules;

class ArchitectureTest extends HouseRules {
  ArchitectureTest() {
    super("dev.sluice.keycloak");
  }
}
