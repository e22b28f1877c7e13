package dev.sluice.app.archive;

import dev.sluice.app.cli.ExitCode;
import dev.sluice.app.cli.HelpOption;
import dev.sluice.app.cli.Output;
import dev.sluice.migration.archive.seal.ArchiveKey;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes a key pair for encrypted archives. */
@Command(
    name = "key",
    description = {
      "Make a key pair: FILE is private and reads archives, FILE.pub is public and",
      "export --encrypt-to takes it. A file that is there is never replaced."
    })
final class ArchiveKeyCommand implements Callable<Integer> {
  @Parameters(paramLabel = "FILE", description = "Where the private key shall be.")
  private Path file = Path.of("");

  @Option(names = "--json", description = "Say what was written as JSON.")
  private boolean json;

  @Mixin HelpOption help = new HelpOption();

  // Read from the raw arguments by Failures, for it matters also when parsing fails.
  @Option(names = "--debug", description = "Print a stack trace when something fails.")
  boolean debug;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    String fingerprint = ArchiveKey.makePair(file).fingerprint();
    Output output = Output.of(spec, json);
    output.line(
        "Wrote " + file + ": whoever has it reads the archives, and without it nobody does.");
    output.line("Wrote " + file + ".pub: for sluice export --encrypt-to.");
    output.line("Fingerprint: " + fingerprint);
    output.json(
        Output.object()
            .put("privateKey", file.toString())
            .put("publicKey", file + ".pub")
            .put("fingerprint", fingerprint));
    return ExitCode.DONE.number();
  }
}
