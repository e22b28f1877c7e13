package dev.sluice.targets.keycloak;

import dev.sluice.migration.target.ProvisionStep;
import dev.sluice.migration.target.TargetException;

/** A change to a realm that Sluice makes by itself. */
final class Change implements ProvisionStep {
  /** The calls that make the change. */
  interface Calls {
    void make() throws TroubleException;
  }

  private final String text;
  private final Calls calls;

  Change(String text, Calls calls) {
    this.text = text;
    this.calls = calls;
  }

  @Override
  public String describe() {
    return text;
  }

  @Override
  public void apply() {
    try {
      calls.make();
    } catch (TroubleException e) {
      throw new TargetException("Could not " + text + ". " + e.told(), e);
    } catch (TargetException e) {
      throw new TargetException("Could not " + text + ". " + e.getMessage(), e);
    }
  }

  @Override
  public String toString() {
    return text;
  }
}
