package dev.sluice.app.assess;

import dev.sluice.api.pool.PoolInventory;
import dev.sluice.api.source.UserSource;
import dev.sluice.api.target.TargetFactory;
import dev.sluice.api.target.TargetLimits;
import dev.sluice.app.assess.page.AssessmentPage;
import dev.sluice.app.assess.text.AssessmentJson;
import dev.sluice.app.assess.text.AssessmentText;
import dev.sluice.app.assess.text.Leaving;
import dev.sluice.app.assess.text.LookupPrice;
import dev.sluice.app.cli.CommandException;
import dev.sluice.app.cli.CommonOptions;
import dev.sluice.app.cli.ExitCode;
import dev.sluice.app.cli.Output;
import dev.sluice.app.cli.ProgressView;
import dev.sluice.app.cli.ReadingView;
import dev.sluice.app.config.AssessConfig;
import dev.sluice.app.config.reading.ConfigReader;
import dev.sluice.app.wiring.LedgerPacing;
import dev.sluice.cognito.CognitoPool;
import dev.sluice.migration.assess.Assess;
import dev.sluice.migration.assess.AssessQuestion;
import dev.sluice.migration.assess.Assessment;
import dev.sluice.migration.assess.disposition.DispositionTable;
import dev.sluice.migration.assess.disposition.DispositionTexts;
import dev.sluice.migration.assess.estimate.Prices;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import tools.jackson.databind.node.ObjectNode;

/** Reports what is in the pool, what moving it takes, and whether to move at all. */
@Command(
    name = "assess",
    description =
        "Report what is in the pool, what moving it takes, and whether to move at all. It changes"
            + " nothing and costs nothing; sluice.yaml needs only the section source:.")
public final class AssessCommand implements Callable<Integer> {
  @Mixin private CommonOptions common = new CommonOptions();
  @Mixin private MfaOptions mfa = new MfaOptions();

  @Option(names = "--json", description = "Print the report as JSON.")
  private boolean json;

  @Option(
      names = "--report",
      paramLabel = "FILE",
      description = "Write the report as one HTML file, for a browser or a printer.")
  private @Nullable Path file;

  @Option(
      names = "--prices",
      paramLabel = "FILE",
      description = "Calculate with these prices instead of the ones built in.")
  private @Nullable Path prices;

  @Option(
      names = "--monthly-active",
      paramLabel = "N",
      description = "The number of active users a month, from your AWS bill; no API reports it.")
  private @Nullable Long monthlyActive;

  @Option(
      names = "--import-rate",
      paramLabel = "N",
      defaultValue = "2270",
      description =
          "The number of users a second that the target is assumed to take. The default, 2270,"
              + " was measured with Keycloak on 2 cores; see benchmarks/.")
  private double importRate;

  @Option(
      names = "--scratch",
      paramLabel = "DIR",
      defaultValue = "${sys:java.io.tmpdir}",
      description = "The directory for temporary files, about 190 bytes a user.")
  private Path scratch = Path.of(".");

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws InterruptedException, IOException {
    requireSense();
    ConfigReader reader = new ConfigReader(System.getenv());
    AssessConfig config = reader.readForAssess(common.file());
    Prices reckoned = prices == null ? reader.prices() : reader.readPrices(prices);
    try (LedgerPacing paces = LedgerPacing.of(config.ledger());
        CognitoPool cognito = CognitoPool.open(config.source(), paces.pacing());
        UserSource source = cognito.users();
        TargetToAsk target =
            config.target().isPresent()
                ? TargetToAsk.of(common.file(), reader)
                : TargetToAsk.none()) {
      if (mfa.wanted() && !mfa.costAccepted()) {
        return sayPrice(source, reckoned).number();
      }
      Assessment assessment = run(source, question(config, target.rules(), reckoned, cognito));
      report(assessment, leaving(assessment, config));
    }
    return ExitCode.DONE.number();
  }

  private void requireSense() {
    String problem = mfa.problem();
    if (monthlyActive != null && monthlyActive < 0) {
      problem = "--monthly-active must be at least 0, not " + monthlyActive + ".";
    }
    if (!(importRate > 0)) {
      problem = "--import-rate must be more than 0, not " + importRate + ".";
    }
    if (!problem.isEmpty()) {
      throw new ParameterException(spec.commandLine(), problem);
    }
    requireFolder(scratch, "--scratch");
    if (file != null) {
      requireFolder(file.toAbsolutePath().normalize().getParent(), "--report");
    }
  }

  /** Fails before a pool is read for hours. */
  private static void requireFolder(@Nullable Path folder, String option) {
    if (folder == null || !Files.isDirectory(folder) || !Files.isWritable(folder)) {
      throw new CommandException(
          folder + " is not a writable directory: name another with " + option + ".");
    }
  }

  /** Reads nothing before the price is accepted, so that no user waits for half an answer. */
  private ExitCode sayPrice(UserSource source, Prices reckoned) {
    LookupPrice price = LookupPrice.of(source.describe(), mfa.sample(), reckoned);
    Output output = Output.of(spec, json);
    output.lines(price.lines());
    output.json(price.json());
    return ExitCode.CONDITION_DOES_NOT_HOLD;
  }

  private AssessQuestion question(
      AssessConfig config, AssessQuestion.Rules rules, Prices reckoned, CognitoPool cognito) {
    long users = mfa.sample().orElse(Long.MAX_VALUE);
    return new AssessQuestion(
        config.mapping(),
        config.target().map(TargetFactory::name),
        rules,
        config.target().map(TargetFactory::limits).orElse(TargetLimits.UNKNOWN),
        config.source().requestsPerSecond(),
        importRate,
        reckoned,
        monthlyActive == null ? OptionalLong.empty() : OptionalLong.of(monthlyActive),
        mfa.wanted()
            ? Optional.of(new AssessQuestion.Mfa(cognito.secondFactors(), users))
            : Optional.empty(),
        config.segments(),
        scratch);
  }

  private Assessment run(UserSource source, AssessQuestion question) throws InterruptedException {
    InstantSource clock = InstantSource.system();
    try (ReadingView view = new ReadingView(ProgressView.on(spec.commandLine().getErr()), clock)) {
      return new Assess(source, question, clock).run(view);
    } catch (UncheckedIOException full) {
      throw new CommandException(
          "The temporary files in "
              + scratch
              + " failed ("
              + full.getMessage()
              + "): name a directory with more room with --scratch.");
    }
  }

  private static Leaving leaving(Assessment assessment, AssessConfig config) {
    PoolInventory inventory = assessment.inventory();
    DispositionTexts texts =
        new DispositionTexts(
            config.target().map(TargetFactory::dispositions).orElseGet(() -> Map.of()));
    return new Leaving(
        inventory, DispositionTable.of(inventory, assessment.contested(), texts), config.source());
  }

  private void report(Assessment assessment, Leaving leaving) throws IOException {
    Path written = file;
    if (written != null) {
      Files.writeString(written, AssessmentPage.of(assessment, leaving));
    }
    Output output = Output.of(spec, json);
    output.lines(AssessmentText.lines(assessment));
    output.lines(leaving.lines());
    ObjectNode said = AssessmentJson.of(assessment);
    leaving.addTo(said);
    output.json(said);
    if (written != null) {
      output.line("");
      output.line("Wrote " + written + ": open it in a browser. It names users as examples.");
    }
  }
}
