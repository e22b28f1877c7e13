package dev.sluice.app.wiring;

import dev.sluice.api.ledger.LedgerBinding;
import dev.sluice.api.target.provision.Readiness;
import dev.sluice.migration.ledger.jdbc.LedgerStore;
import dev.sluice.migration.run.BindingConditions;
import dev.sluice.migration.run.ConditionException;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Binds a ledger to one pool and one target. */
public final class LedgerBindingCheck {
  @Option(
      names = "--accept-target",
      description =
          "Accept the target in sluice.yaml as the ledger's target under a new address. Refused"
              + " if most sampled users recorded in the ledger are missing there.")
  private boolean accept;

  /**
   * Checks the binding before a command that writes. A ledger without a target is bound to this
   * one, unless the target is not ready: then most likely it is no target, and nothing will be
   * written.
   *
   * @throws ConditionException if the ledger is of another pool or target
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
   * Checks the binding before a command that writes although its target may be unreachable now.
   *
   * @throws ConditionException if the ledger is of another pool or target
   */
  public void holdAtOnce(Components components) {
    if (accept) {
      hold(components);
    }
    remember(components);
  }

  /**
   * Checks the binding before a read-only command.
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
   * Checks the binding where {@code --accept-target} is not offered.
   *
   * @throws ConditionException if the ledger is of another pool or target
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
