package dev.sluice.app.task;

import dev.sluice.api.ledger.UnfinishedRun;
import dev.sluice.app.cli.Output;
import dev.sluice.migration.ledger.jdbc.LedgerStore;
import dev.sluice.migration.run.ConditionException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Options that hand a run to the serving processes instead of this one. */
public final class OnReplicas {
  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(2);

  @Option(
      names = "--on-replicas",
      description =
          "Hand the run to the processes that run sluice serve; if one dies, another resumes it.")
  private boolean given;

  @Option(
      names = "--follow",
      description = "Show the progress until the run has ended; requires --on-replicas.")
  private boolean follow;

  @Option(
      names = "--withdraw",
      description = "Withdraw a run that was handed to the replicas and is not running.")
  private boolean withdraw;

  public boolean given() {
    return given;
  }

  /** Tells whether to withdraw a run, which changes nothing at the target. */
  public boolean takesBack() {
    return withdraw;
  }

  /**
   * Hands a run over or withdraws it.
   *
   * @throws ConditionException if it cannot be withdrawn
   */
  public void handOver(LedgerStore ledger, String kind, HandedRun run, Output output)
      throws InterruptedException {
    HandedRuns runs = HandedRuns.in(ledger);
    if (withdraw) {
      withdraw(runs, kind, output);
      return;
    }
    boolean first = runs.handOver(kind, run);
    output.line(
        first
            ? "The " + kind + " run was handed to the serving processes."
            : "A "
                + kind
                + " run was handed over before and has not ended; no second one was added.");
    if (follow) {
      followToTheEnd(ledger, runs, kind, output);
    } else {
      output.line("See its progress with: sluice status");
    }
    output.json(HandedRunText.json(runs.all(), Output.object().put("handedOver", first)));
  }

  private static void withdraw(HandedRuns runs, String kind, Output output) {
    if (!runs.withdraw(kind)) {
      throw new ConditionException(
          "A replica is executing the %s run: stop that process first, then withdraw the run."
              .formatted(kind));
    }
    output.line("No " + kind + " run is handed over.");
    output.json(HandedRunText.json(runs.all(), Output.object().put("handedOver", false)));
  }

  private static void followToTheEnd(
      LedgerStore ledger, HandedRuns runs, String kind, Output output) throws InterruptedException {
    String last = "";
    Optional<HandedRunState> state = runs.find(kind);
    while (state.isPresent()) {
      String line = HandedRunText.line(state.get()) + read(ledger.runs().unfinished(kind));
      if (!line.equals(last)) {
        output.line(line);
        last = line;
      }
      Thread.sleep(BETWEEN_LOOKS);
      state = runs.find(kind);
    }
    output.line("The " + kind + " run has ended. See its result with: sluice status");
  }

  private static String read(List<UnfinishedRun> runs) {
    return runs.isEmpty() ? "" : "; %,d users read".formatted(runs.getLast().read());
  }
}
