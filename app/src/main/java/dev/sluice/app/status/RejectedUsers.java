package dev.sluice.app.status;

import dev.sluice.api.ledger.Ledger;
import dev.sluice.api.ledger.LedgerEntry;
import dev.sluice.api.ledger.MigrationState;
import dev.sluice.api.user.UserId;
import dev.sluice.app.cli.Output;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Lists rejected users with reasons, a page at a time, because there may be a million. */
final class RejectedUsers {
  private static final int PAGE = 1_000;

  private final Ledger ledger;

  RejectedUsers(Ledger ledger) {
    this.ledger = ledger;
  }

  void print(Output output) {
    if (output.asJson()) {
      output.jsonList(
          "rejected", printed -> each(entry -> printed.accept(RejectedText.json(entry))));
    } else {
      each(entry -> output.line(RejectedText.line(entry)));
    }
  }

  private void each(Consumer<LedgerEntry> work) {
    NamedReasons reasons = new NamedReasons(ledger);
    Optional<UserId> after = Optional.empty();
    List<LedgerEntry> page;
    do {
      page = ledger.list(MigrationState.REJECTED, after, PAGE);
      page.stream().map(reasons::in).forEach(work);
      after = page.isEmpty() ? after : Optional.of(page.getLast().id());
    } while (page.size() == PAGE);
  }
}
