package dev.sluice.app.task;

import dev.sluice.api.ledger.UnfinishedRun;
import dev.sluice.app.cli.Output;
import dev.sluice.migration.ledger.jdbc.LedgerStore;
import dev.sluice.migration.run.ConditionException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Lets the processes that serve do a run, instead of this one. */
public final class OnReplicas {
  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(2);

  @Option(
      names = "--on-replicas",
      description =
          "Let the processes that run sluice serve do it; when one dies, another goes on.")
  private boolean given;

  @Option(names = "--follow", description = "With --on-replicas: show it until it has ended.")
  private boolean follow;

  @Option(
      names = "--withdraw",
      description = "Take a run back that was handed to the replicas and is not at work.")
  private boolean withdraw;

  public boolean given() {
    return given;
  }

  /** Whether a run is to be taken back, which changes nothing at the target. */
  public boolean takesBack() {
    return withdraw;
  }

  /**
   * Hands a run over, or takes it back.
   *
   * @throws ConditionException when it cannot be taken back
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
            ? "The " + kind + " run is handed to the processes that serve."
            : "A "
                + kind
                + " run was handed over before and has not ended; it stays the only one.");
    if (follow) {
      followToTheEnd(ledger, runs, kind, output);
    } else {
      output.line("See how it goes with: sluice status");
    }
    output.json(HandedRunText.json(runs.all(), Output.object().put("handedOver", first)));
  }

  private static void withdraw(HandedRuns runs, String kind, Output output) {
    if (!runs.withdraw(kind)) {
      throw new ConditionException(
          "A replica is at work on the %s run: end that process first, then take it back."
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
    output.line("The " + kind + " run has ended. See what it did with: sluice status");
  }

  private static String read(List<UnfinishedRun> runs) {
    return runs.isEmpty() ? "" : "; %,d users read".formatted(runs.getLast().read());
  }
}
