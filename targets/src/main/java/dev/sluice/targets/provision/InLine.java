package dev.sluice.targets.provision;

import dev.sluice.api.target.provision.DiffLine;
import dev.sluice.api.target.provision.ObjectDiff;
import dev.sluice.api.target.provision.ProvisionStep;
import dev.sluice.targets.http.TroubleException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Makes objects that are missing and keeps those in line that were made before. One of the same
 * name that others made is never changed: the difference is told.
 */
public final class InLine {
  private final Shelf shelf;
  private final String pool;
  private final ObjectRules rules;

  /**
   * @param pool the id of the pool, by which marks are told
   */
  public InLine(Shelf shelf, String pool, ObjectRules rules) {
    this.shelf = shelf;
    this.pool = pool;
    this.rules = rules;
  }

  /**
   * The steps for all of these, in their order.
   *
   * @param nothingThere whether that which the objects lie in is yet to be made
   */
  public List<ProvisionStep> plan(List<Wanted> all, boolean nothingThere) throws TroubleException {
    List<ProvisionStep> steps = new ArrayList<>();
    for (Wanted wanted : all) {
      Optional<ObjectNode> found = nothingThere ? Optional.empty() : shelf.find(wanted.name());
      steps.addAll(found.isPresent() ? changes(found.get(), wanted) : List.of(make(wanted)));
    }
    return steps;
  }

  private ProvisionStep make(Wanted wanted) {
    List<DiffLine> lines =
        Stream.concat(
                Differences.between(MissingNode.getInstance(), wanted.fresh(rules), rules)
                    .lines()
                    .stream(),
                wanted.lost().stream().map(DiffLine::lost))
            .toList();
    return new Change("create " + wanted.title(), () -> apply(wanted), diff(wanted, lines));
  }

  private List<ProvisionStep> changes(ObjectNode found, Wanted wanted) {
    Differences differences = Differences.between(found, wanted.kept(), rules);
    if (differences.none()) {
      return List.of();
    }
    ObjectDiff diff = diff(wanted, differences.lines());
    if (mayChange(found)) {
      return List.of(new Change("change " + wanted.title(), () -> apply(wanted), diff));
    }
    return diff.lines().isEmpty()
        ? List.of()
        : List.of(
            new ByHand(
                "look at "
                    + wanted.title()
                    + ": it is not of Sluice's making and stays as it is, and the pool has it"
                    + " otherwise",
                Optional.of(diff)));
  }

  private void apply(Wanted wanted) throws TroubleException {
    Optional<ObjectNode> found = shelf.find(wanted.name());
    if (found.isEmpty()) {
      shelf.create(wanted.fresh(rules));
    } else if (mayChange(found.get())
        && !Differences.between(found.get(), wanted.kept(), rules).none()) {
      shelf.change(found.get(), Merge.of(found.get(), wanted.kept(), rules));
    }
  }

  private boolean mayChange(ObjectNode found) {
    return Mark.isOn(found, pool) || shelf.isBare(found);
  }

  private static ObjectDiff diff(Wanted wanted, List<DiffLine> lines) {
    return new ObjectDiff(wanted.kind(), wanted.name(), wanted.from(), lines);
  }
}
