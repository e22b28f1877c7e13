package dev.sluice.migration.run;

import dev.sluice.migration.target.PlannedUpdate;
import dev.sluice.migration.target.ProvisionRequest;
import dev.sluice.migration.target.ProvisionStep;
import dev.sluice.migration.target.Readiness;
import dev.sluice.migration.target.SourceNames;
import dev.sluice.migration.target.Target;
import dev.sluice.migration.target.TargetDescription;
import dev.sluice.migration.target.UpdateOutcome;
import dev.sluice.migration.target.WriteOutcome;
import dev.sluice.migration.user.PlannedUser;
import java.util.List;
import java.util.Set;

/** A target of which nothing is wanted but that it finds users, or fails to. */
abstract class OnlyFinding implements Target {
  @Override
  public TargetDescription describe() {
    return new TargetDescription("only-finding", Set.of(), 1, 1);
  }

  @Override
  public Readiness check() {
    return new Readiness.Ready("1");
  }

  @Override
  public List<ProvisionStep> provision(ProvisionRequest request) {
    return List.of();
  }

  @Override
  public List<WriteOutcome> write(List<PlannedUser> users) {
    throw new AssertionError("Nobody is to be written.");
  }

  @Override
  public List<UpdateOutcome> update(List<PlannedUpdate> users, SourceNames names) {
    throw new AssertionError("Nobody is to be changed.");
  }

  @Override
  public void close() {}
}
