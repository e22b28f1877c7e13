package dev.sluice.targets.provision;

import dev.sluice.api.target.provision.ObjectDiff;
import dev.sluice.api.target.provision.ProvisionStep;
import java.util.Optional;

/** A change that the owner must make. */
public record ManualStep(String text, Optional<ObjectDiff> diff) implements ProvisionStep {

  public ManualStep(String text) {
    this(text, Optional.empty());
  }

  @Override
  public String describe() {
    return "manual: " + text;
  }

  @Override
  public boolean isManual() {
    return true;
  }

  @Override
  public void apply() {
    // Sluice does not change what the owner created.
  }
}
