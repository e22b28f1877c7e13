package dev.sluice.app.serve;

import dev.sluice.app.cli.CommonOptions;
import dev.sluice.app.cli.ExitCode;
import dev.sluice.app.cli.Output;
import dev.sluice.app.gateway.Gateway;
import dev.sluice.app.wiring.Components;
import dev.sluice.app.wiring.LedgerBindingCheck;
import dev.sluice.app.wiring.Opened;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Answers the target's questions about first logins until the process is stopped. */
@Command(
    name = "serve",
    description = "Answer the target's questions about first logins until the process is stopped.")
public final class ServeCommand implements Callable<Integer> {
  @Mixin private CommonOptions common = new CommonOptions();

  @Mixin private LedgerBindingCheck binding = new LedgerBindingCheck();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws InterruptedException {
    try (Opened opened = Opened.untilTheEnd()) {
      Components components = opened.add(new Components(common.read()));
      binding.holdAtOnce(components);
      Gateway gateway = opened.add(Serving.start(components));
      opened.add(ServedRuns.start(components));
      Output output = Output.of(spec, false);
      output.line("The gateway listens on " + gateway.uri() + ".");
      output.line("Health: " + gateway.uri() + "/actuator/health. Progress: sluice status");
      Serving.cautions(components).forEach(caution -> output.line("Caution: " + caution));
      opened.awaitEnd();
    }
    return ExitCode.DONE.number();
  }
}
