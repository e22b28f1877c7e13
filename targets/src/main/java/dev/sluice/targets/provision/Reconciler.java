package dev.sluice.targets.provision;

import dev.sluice.api.target.TargetException;
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
 * Creates missing objects and keeps those in line that it created before. It never changes an
 * object of the same name that others created; it reports the difference.
 */
public final class Reconciler {
  private final TargetResource resource;
  private final String pool;
  private final ObjectRules rules;

  /**
   * @param pool the id of the pool in the ownership tags
   */
  public Reconciler(TargetResource resource, String pool, ObjectRules rules) {
    this.resource = resource;
    this.pool = pool;
    this.rules = rules;
  }

  /**
   * Returns the steps for all of these, in their order.
   *
   * @param nothingThere whether the container of the objects does not exist yet
   */
  public List<ProvisionStep> plan(List<DesiredObject> all, boolean nothingThere)
      throws TroubleException {
    List<ProvisionStep> steps = new ArrayList<>();
    for (DesiredObject desired : all) {
      steps.addAll(nothingThere ? List.of(make(desired)) : plan(desired));
    }
    return steps;
  }

  /**
   * Returns the steps for the object that holds all others.
   *
   * @param missing whether it does not exist yet
   */
  public List<ProvisionStep> planFoundation(DesiredObject desired, boolean missing)
      throws TroubleException {
    return missing ? List.of(make(desired).asFoundation()) : plan(desired);
  }

  private List<ProvisionStep> plan(DesiredObject desired) throws TroubleException {
    try {
      Optional<ObjectNode> found = resource.find(desired.name());
      return found.isPresent() ? changes(found.get(), desired) : List.of(make(desired));
    } catch (TargetException e) {
      // The others can be planned all the same; this one fails again when it is applied.
      List<DiffLine> lines = List.of(DiffLine.lost("it could not be read: " + e.getMessage()));
      return List.of(
          new AutomaticStep(
              "create or change " + desired.title(), () -> apply(desired), diff(desired, lines)));
    }
  }

  private AutomaticStep make(DesiredObject desired) {
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
                "check "
                    + desired.title()
                    + ": it differs from the pool, but Sluice did not create it and will not"
                    + " change it",
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
