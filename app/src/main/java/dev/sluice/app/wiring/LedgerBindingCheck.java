package dev.sluice.app.wiring;

import dev.sluice.api.ledger.LedgerBinding;
import dev.sluice.api.target.provision.Readiness;
import dev.sluice.migration.ledger.jdbc.LedgerStore;
import dev.sluice.migration.run.BindingConditions;
import dev.sluice.migration.run.ConditionException;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Keeps a ledger to the one pool and the one target that it is of. */
public final class LedgerBindingCheck {
  @Option(
      names = "--accept-target",
      description =
          "The target in sluice.yaml is the one that the ledger is of, under another address."
              + " Refused when it has not the users whom the ledger says it has.")
  private boolean accept;

  /**
   * Before a command that writes. A ledger that knows no target yet remembers this one, but for one
   * that is not ready: most likely it is none, and nothing will be written.
   *
   * @throws ConditionException when the ledger is of another pool or target
   */
  public void hold(Components components) {
    LedgerStore ledger = components.ledger();
    look(ledger, components);
    if (accept) {
      ledger.bindings().retarget(components.config().target().place());
    }
    if (ledger.bindings().known().target() != null || isReady(components)) {
      remember(components);
    }
  }

  /**
   * Before a command that writes though its target may be away now.
   *
   * @throws ConditionException when the ledger is of another pool or target
   */
  public void holdAtOnce(Components components) {
    if (accept) {
      hold(components);
    }
    remember(components);
  }

  /**
   * Before a command that only looks.
   *
   * @throws ConditionException as {@link #hold} does
   */
  public void look(LedgerStore ledger, Components components) {
    if (!accept) {
      require(ledger, components);
      return;
    }
    refuse(BindingConditions.ofPool(ledger.bindings().known(), named(components)));
    refuse(BindingConditions.ofUsers(ledger.ledger(), components.target()));
  }

  /**
   * The same, where nothing can be accepted.
   *
   * @throws ConditionException when the ledger is of another pool or target
   */
  public static void require(LedgerStore ledger, Components components) {
    require(ledger.bindings().known(), named(components));
  }

  private static void remember(Components components) {
    LedgerBinding named = named(components);
    require(components.ledger().bindings().remember(named), named);
  }

  private static void require(LedgerBinding known, LedgerBinding named) {
    refuse(BindingConditions.ofPool(known, named));
    refuse(BindingConditions.ofTarget(known, named));
  }

  private static boolean isReady(Components components) {
    return components.target().check() instanceof Readiness.Ready;
  }

  private static LedgerBinding named(Components components) {
    return new LedgerBinding(
        components.config().source().userPoolId(), components.config().target().place());
  }

  private static void refuse(Optional<String> obstacle) {
    obstacle.ifPresent(text -> {
      throw new ConditionException(text);
    });
  }
}
