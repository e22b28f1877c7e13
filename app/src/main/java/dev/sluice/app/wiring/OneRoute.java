package dev.sluice.app.wiring;

import dev.sluice.api.ledger.Route;
import dev.sluice.api.target.provision.Readiness;
import dev.sluice.migration.ledger.jdbc.LedgerStore;
import dev.sluice.migration.run.ConditionException;
import dev.sluice.migration.run.RouteConditions;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Keeps a ledger to the one pool and the one target that it is of. */
public final class OneRoute {
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
  public void hold(Workshop workshop) {
    LedgerStore ledger = workshop.ledger();
    look(ledger, workshop);
    if (accept) {
      ledger.routes().retarget(workshop.config().target().place());
    }
    if (ledger.routes().known().target() != null || isReady(workshop)) {
      remember(workshop);
    }
  }

  /**
   * Before a command that writes though its target may be away now.
   *
   * @throws ConditionException when the ledger is of another pool or target
   */
  public void holdAtOnce(Workshop workshop) {
    if (accept) {
      hold(workshop);
    }
    remember(workshop);
  }

  /**
   * Before a command that only looks.
   *
   * @throws ConditionException as {@link #hold} does
   */
  public void look(LedgerStore ledger, Workshop workshop) {
    if (!accept) {
      require(ledger, workshop);
      return;
    }
    refuse(RouteConditions.ofPool(ledger.routes().known(), named(workshop)));
    refuse(RouteConditions.ofUsers(ledger.ledger(), workshop.target()));
  }

  /**
   * The same, where nothing can be accepted.
   *
   * @throws ConditionException when the ledger is of another pool or target
   */
  public static void require(LedgerStore ledger, Workshop workshop) {
    require(ledger.routes().known(), named(workshop));
  }

  private static void remember(Workshop workshop) {
    Route named = named(workshop);
    require(workshop.ledger().routes().remember(named), named);
  }

  private static void require(Route known, Route named) {
    refuse(RouteConditions.ofPool(known, named));
    refuse(RouteConditions.ofTarget(known, named));
  }

  private static boolean isReady(Workshop workshop) {
    return workshop.target().check() instanceof Readiness.Ready;
  }

  private static Route named(Workshop workshop) {
    return new Route(workshop.config().source().userPoolId(), workshop.config().target().place());
  }

  private static void refuse(Optional<String> obstacle) {
    obstacle.ifPresent(text -> {
      throw new ConditionException(text);
    });
  }
}
