package dev.sluice.targets.provision;

import dev.sluice.api.target.TargetException;
import dev.sluice.api.target.provision.ObjectDiff;
import dev.sluice.api.target.provision.ProvisionStep;
import dev.sluice.targets.http.TroubleException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A change that Sluice makes at a target. */
public final class AutomaticStep implements ProvisionStep {
  /** The calls that make the change. */
  public interface Calls {
    void make() throws TroubleException;
  }

  private final String text;
  private final Calls calls;
  private final Optional<ObjectDiff> diff;
  private final boolean foundation;

  public AutomaticStep(String text, Calls calls) {
    this(text, calls, Optional.empty(), false);
  }

  public AutomaticStep(String text, Calls calls, ObjectDiff diff) {
    this(text, calls, Optional.of(diff), false);
  }

  private AutomaticStep(String text, Calls calls, Optional<ObjectDiff> diff, boolean foundation) {
    this.text = text;
    this.calls = calls;
    this.diff = diff;
    this.foundation = foundation;
  }

  /** Returns the same step as one without which no later step can be made. */
  public AutomaticStep asFoundation() {
    return new AutomaticStep(text, calls, diff, true);
  }

  @Override
  public boolean isFoundation() {
    return foundation;
  }

  @Override
  public Optional<ObjectDiff> diff() {
    return diff;
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
      TargetException failed = failed(e.told(), e, e.isLasting());
      throw e.isOfOneCall() ? failed : failed.unavailable();
    } catch (TargetException e) {
      throw failed(e.getMessage(), e, e.isLasting());
    }
  }

  private TargetException failed(@Nullable String told, Exception cause, boolean lasting) {
    String message = "Could not " + text + ". " + told;
    return lasting ? TargetException.lasting(message, cause) : new TargetException(message, cause);
  }

  @Override
  public String toString() {
    return text;
  }
}
