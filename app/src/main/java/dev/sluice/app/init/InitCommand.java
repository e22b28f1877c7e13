package dev.sluice.app.init;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.sluice.app.cli.CommandException;
import dev.sluice.app.cli.CommonOptions;
import dev.sluice.app.cli.ExitCode;
import dev.sluice.app.cli.Output;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Writes a configuration to fill in and a token for the gateway. */
@Command(
    name = "init",
    description = "Write a commented sluice.yaml to fill in, and a token for the gateway.")
public final class InitCommand implements Callable<Integer> {
  @Mixin private CommonOptions common = new CommonOptions();

  @Option(names = "--force", description = "Replace an existing sluice.yaml.")
  private boolean force;

  @Option(names = "--json", description = "Report the files that were written as JSON.")
  private boolean json;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws IOException {
    Path file = common.file().toAbsolutePath().normalize();
    if (Files.exists(file) && !force) {
      throw new CommandException(
          file + " already exists. Edit it, or replace it with: sluice init --force");
    }
    Path folder = Objects.requireNonNull(file.getParent());
    Files.createDirectories(folder);
    Files.writeString(file, template());
    Path token = folder.resolve(".sluice/gateway-token");
    boolean made = TokenFile.makeIfMissing(token);
    Output output = Output.of(spec, json);
    output.line("Wrote " + file + ": fill in the pool and the target.");
    output.line(made ? "Wrote " + token + ": keep it secret." : "Kept " + token + " as it is.");
    output.line("Then run sluice provision, which shows what the target needs.");
    output.json(
        Output.object()
            .put("configuration", file.toString())
            .put("gatewayToken", token.toString())
            .put("tokenIsNew", made));
    return ExitCode.DONE.number();
  }

  private static String template() throws IOException {
    try (InputStream text = InitCommand.class.getResourceAsStream("sluice.yaml")) {
      return new String(Objects.requireNonNull(text).readAllBytes(), UTF_8);
    }
  }
}
