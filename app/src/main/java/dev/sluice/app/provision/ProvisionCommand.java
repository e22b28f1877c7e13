package dev.sluice.app.provision;

import dev.sluice.api.pool.PoolInventory;
import dev.sluice.api.source.PoolDescription;
import dev.sluice.api.source.UserSource;
import dev.sluice.api.target.provision.NamesAtTarget;
import dev.sluice.api.target.provision.ProvisionRequest;
import dev.sluice.api.target.provision.ProvisionStep;
import dev.sluice.api.user.Group;
import dev.sluice.app.archive.ArchiveOptions;
import dev.sluice.app.cli.CommonOptions;
import dev.sluice.app.cli.ExecuteOption;
import dev.sluice.app.cli.ExitCode;
import dev.sluice.app.cli.Output;
import dev.sluice.app.config.SluiceConfig;
import dev.sluice.app.wiring.Components;
import dev.sluice.migration.mapping.UserMapping;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Prepares the target for the pool's users. */
@Command(name = "provision", description = "Prepare the target for the pool's users.")
public final class ProvisionCommand implements Callable<Integer> {
  @Mixin private CommonOptions common = new CommonOptions();
  @Mixin private ExecuteOption execute = new ExecuteOption();

  @Option(
      names = "--from",
      paramLabel = "DIRECTORY",
      description = "Take the pool's configuration from this archive without asking Cognito.")
  private @Nullable Path from;

  @Mixin private ArchiveOptions archive = new ArchiveOptions();

  @Option(names = "--json", description = "Print the report as JSON.")
  private boolean json;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    try (Components components = new Components(common.read())) {
      SluiceConfig config = components.config();
      ProvisionRequest request = request(config, archive.source(from, components));
      return report(components.target().provision(request), config, request.pool()).number();
    }
  }

  /** Returns what the target must know of the pool. */
  static ProvisionRequest request(SluiceConfig config, UserSource source) {
    PoolDescription pool = source.describe();
    PoolInventory inventory = source.inventory();
    UserMapping mapping = config.mapping();
    List<String> groups = source.groups().stream().map(Group::name).toList();
    // With those of the mapping: a group that the pool gets later is already known by its name.
    Map<String, String> groupPaths = new HashMap<>(mapping.groups());
    groups.forEach(name -> groupPaths.put(name, mapping.groupPath(name)));
    return new ProvisionRequest(
        config.mode(),
        config.gateway().url(),
        config.gateway().token(),
        mapping.attributeNamesAtTarget(pool.attributeNames()),
        groups.stream().map(mapping::groupPath).distinct().sorted().toList(),
        pool.logins().withEmail(),
        inventory,
        new NamesAtTarget(
            mapping.attributesAtTarget(pool.attributeNames()),
            groupPaths,
            config.privilegedGroups()),
        config.firstLogin());
  }

  private ExitCode report(List<ProvisionStep> steps, SluiceConfig config, PoolInventory pool) {
    Output output = Output.of(spec, json);
    ProvisionReport report = new ProvisionReport(config.target().name(), execute.given());
    output.lines(ProvisionReport.unread(pool));
    if (steps.isEmpty()) {
      output.line("The target is ready; nothing needs to change.");
    } else if (!execute.given()) {
      output.line("Planned changes at " + config.target().name() + ":");
    }
    AppliedSteps applied = new AppliedSteps();
    for (ProvisionStep step : steps) {
      boolean done = execute.given() && applied.apply(step);
      if (done || step.isManual() || !execute.given()) {
        output.lines(ProvisionReport.lines(step, done));
      }
    }
    output.lines(applied.lines());
    if (!execute.given() && !steps.isEmpty()) {
      output.line("Nothing was changed. To apply the changes: sluice provision --execute");
    }
    output.json(report.json(steps, pool, applied));
    return applied.exitCode();
  }
}
