package dev.sluice.targets.keycloak;

import dev.sluice.migration.target.ObjectDiff;
import dev.sluice.migration.target.ProvisionStep;
import java.util.Optional;

/** A change that is the owner's to make. */
record ByHand(String text, Optional<ObjectDiff> diff) implements ProvisionStep {

  ByHand(String text) {
    this(text, Optional.empty());
  }

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
