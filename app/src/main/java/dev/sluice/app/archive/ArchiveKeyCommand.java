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
      "Make a key pair for encrypted archives and backups.",
      "The private key in FILE decrypts them; --encrypt-to takes the public key in FILE.pub."
          + " Existing files are never replaced."
    })
final class ArchiveKeyCommand implements Callable<Integer> {
  @Parameters(paramLabel = "FILE", description = "The file to write the private key to.")
  private Path file = Path.of("");

  @Option(names = "--json", description = "Report the files that were written as JSON.")
  private boolean json;

  @Mixin HelpOption help = new HelpOption();

  // Failures reads it from the raw arguments, because it also counts if parsing fails.
  @Option(names = "--debug", description = "Print a stack trace if the command fails.")
  boolean debug;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    String fingerprint = ArchiveKey.makePair(file).fingerprint();
    Output output = Output.of(spec, json);
    output.line(
        "Wrote " + file + ": it decrypts the archives. Keep it secret, and do not lose it.");
    output.line("Wrote " + file + ".pub: give it to sluice export or backup with --encrypt-to.");
    output.line("Fingerprint: " + fingerprint);
    output.json(
        Output.object()
            .put("privateKey", file.toString())
            .put("publicKey", file + ".pub")
            .put("fingerprint", fingerprint));
    return ExitCode.DONE.number();
  }
}
