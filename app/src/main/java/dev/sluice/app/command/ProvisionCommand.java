package dev.sluice.app.command;

import dev.sluice.app.config.SluiceConfig;
import dev.sluice.migration.mapping.UserMapping;
import dev.sluice.migration.source.PoolDescription;
import dev.sluice.migration.source.UserSource;
import dev.sluice.migration.target.ProvisionRequest;
import dev.sluice.migration.target.ProvisionStep;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Makes the target ready for the pool's users. */
@Command(name = "provision", description = "Make the target ready for the pool's users.")
final class ProvisionCommand implements Callable<Integer> {
  @Mixin private CommonOptions common = new CommonOptions();
  @Mixin private ExecuteOption execute = new ExecuteOption();

  @Option(names = "--json", description = "Report as JSON.")
  private boolean json;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    try (Workshop workshop = new Workshop(common.read())) {
      SluiceConfig config = workshop.config();
      report(workshop.target().provision(request(config, workshop.source())), config);
    }
    return ExitCode.DONE.number();
  }

  /** What the target must know of the pool. */
  static ProvisionRequest request(SluiceConfig config, UserSource source) {
    PoolDescription pool = source.describe();
    UserMapping mapping = config.mapping();
    return new ProvisionRequest(
        config.way(),
        config.gateway().url(),
        config.gateway().token(),
        mapping.attributeNamesAtTarget(pool.attributeNames()),
        source.groups().stream().map(group -> mapping.groupPath(group.name())).sorted().toList(),
        pool.loginWithEmail());
  }

  private void report(List<ProvisionStep> steps, SluiceConfig config) {
    Output output = Output.of(spec, json);
    ObjectNode document = Output.object().put("target", config.target().name());
    ArrayNode described = document.putArray("steps");
    if (steps.isEmpty()) {
      output.line("The target is ready: nothing has to change.");
    } else if (!execute.given()) {
      output.line("Would do at " + config.target().name() + ":");
    }
    for (ProvisionStep step : steps) {
      boolean ours = execute.given() && !step.byHand();
      if (ours) {
        step.apply();
      }
      output.line((ours ? "Done: " : " - ") + step.describe());
      described.add(step.describe());
    }
    if (!execute.given() && !steps.isEmpty()) {
      output.line("Nothing was changed. Do it with: sluice provision --execute");
    }
    output.json(document.put("executed", execute.given()));
  }
}
