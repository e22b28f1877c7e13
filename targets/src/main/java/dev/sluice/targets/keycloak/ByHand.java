package dev.sluice.targets.keycloak;

import dev.sluice.migration.target.ProvisionStep;

/** A change that is the owner's to make. */
record ByHand(String text) implements ProvisionStep {

  @Override
  public String describe() {
    return "by hand: " + text;
  }

  @Override
  public boolean byHand() {
    return true;
  }

  @Override
  public void apply() {
    // The owner's realm is not reshaped.
  }
}
