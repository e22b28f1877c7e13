package dev.sluice.migration.run;

import dev.sluice.api.target.Target;
import dev.sluice.api.target.TargetDescription;
import dev.sluice.api.target.provision.ProvisionRequest;
import dev.sluice.api.target.provision.ProvisionStep;
import dev.sluice.api.target.provision.Readiness;
import dev.sluice.api.target.provision.SourceNames;
import dev.sluice.api.target.user.PlannedUpdate;
import dev.sluice.api.target.user.UpdateOutcome;
import dev.sluice.api.target.user.WriteOutcome;
import dev.sluice.api.user.PlannedUser;
import java.util.List;
import java.util.Set;

/** A target of which nothing is wanted but that it finds users, or fails to. */
public abstract class OnlyFinding implements Target {
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
