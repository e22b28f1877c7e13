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
public final class Reconciler {
  private final TargetResource resource;
  private final String pool;
  private final ObjectRules rules;

  /**
   * @param pool the id of the pool, by which marks are told
   */
  public Reconciler(TargetResource resource, String pool, ObjectRules rules) {
    this.resource = resource;
    this.pool = pool;
    this.rules = rules;
  }

  /**
   * The steps for all of these, in their order.
   *
   * @param nothingThere whether that which the objects lie in is yet to be made
   */
  public List<ProvisionStep> plan(List<DesiredObject> all, boolean nothingThere)
      throws TroubleException {
    List<ProvisionStep> steps = new ArrayList<>();
    for (DesiredObject desired : all) {
      Optional<ObjectNode> found = nothingThere ? Optional.empty() : resource.find(desired.name());
      steps.addAll(found.isPresent() ? changes(found.get(), desired) : List.of(make(desired)));
    }
    return steps;
  }

  private ProvisionStep make(DesiredObject desired) {
    List<DiffLine> lines =
        Stream.concat(
                Differences.between(MissingNode.getInstance(), desired.fresh(rules), rules)
                    .lines()
                    .stream(),
                desired.lost().stream().map(DiffLine::lost))
            .toList();
    return new AutomaticStep(
        "create " + desired.title(), () -> apply(desired), diff(desired, lines));
  }

  private List<ProvisionStep> changes(ObjectNode found, DesiredObject desired) {
    Differences differences = Differences.between(found, desired.kept(), rules);
    if (differences.none()) {
      return List.of();
    }
    ObjectDiff diff = diff(desired, differences.lines());
    if (mayChange(found)) {
      return List.of(new AutomaticStep("change " + desired.title(), () -> apply(desired), diff));
    }
    return diff.lines().isEmpty()
        ? List.of()
        : List.of(
            new ManualStep(
                "look at "
                    + desired.title()
                    + ": it is not of Sluice's making and stays as it is, and the pool has it"
                    + " otherwise",
                Optional.of(diff)));
  }

  private void apply(DesiredObject desired) throws TroubleException {
    Optional<ObjectNode> found = resource.find(desired.name());
    if (found.isEmpty()) {
      resource.create(desired.fresh(rules));
    } else if (mayChange(found.get())
        && !Differences.between(found.get(), desired.kept(), rules).none()) {
      resource.change(found.get(), Merge.of(found.get(), desired.kept(), rules));
    }
  }

  private boolean mayChange(ObjectNode found) {
    return OwnershipTag.isOn(found, pool) || resource.isBare(found);
  }

  private static ObjectDiff diff(DesiredObject desired, List<DiffLine> lines) {
    return new ObjectDiff(desired.kind(), desired.name(), desired.from(), lines);
  }
}
