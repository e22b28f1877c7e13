package dev.sluice.targets.provision;

import dev.sluice.api.target.provision.ObjectDiff;
import dev.sluice.api.target.provision.ProvisionStep;
import java.util.Optional;

/** A change that is the owner's to make. */
public record ManualStep(String text, Optional<ObjectDiff> diff) implements ProvisionStep {

  public ManualStep(String text) {
    this(text, Optional.empty());
  }

  @Override
  public String describe() {
    return "by hand: " + text;
  }

  @Override
  public boolean isManual() {
    return true;
  }

  @Override
  public void apply() {
    // What the owner has made is not reshaped.
  }
}
