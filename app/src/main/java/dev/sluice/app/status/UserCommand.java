package dev.sluice.app.status;

import dev.sluice.api.ledger.Ledger;
import dev.sluice.api.ledger.LedgerEntry;
import dev.sluice.api.ledger.LedgerEvent;
import dev.sluice.api.user.PoolLogins;
import dev.sluice.app.cli.CommandException;
import dev.sluice.app.cli.CommonOptions;
import dev.sluice.app.cli.ExitCode;
import dev.sluice.app.cli.Output;
import dev.sluice.app.wiring.Components;
import dev.sluice.migration.ledger.jdbc.LedgerStore;
import dev.sluice.migration.owner.LoginOwners;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Answers the support question: why can this user not log in? */
@Command(
    name = "user",
    description =
        "Show what the ledger knows of a user: whether, when and how it moved, or why not.")
public final class UserCommand implements Callable<Integer> {
  @Mixin private CommonOptions common = new CommonOptions();

  @Parameters(paramLabel = "LOGIN", description = "A username, email address, phone number or id.")
  private String login = "";

  @Option(names = "--json", description = "Print the answer as JSON.")
  private boolean json;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    Output output = Output.of(spec, json);
    try (Components components = new Components(common.read());
        LedgerStore open = components.ledgerToRead()) {
      NamedReasons reasons = new NamedReasons(open.ledger());
      List<LedgerEntry> found =
          LedgerLookup.in(open.ledger(), login).stream().map(reasons::in).toList();
      if (found.isEmpty()) {
        throw new CommandException(
            "The ledger has no user "
                + login
                + ": it was not read from the pool yet, or the login is of another user pool.");
      }
      found.forEach(entry -> print(output, open.ledger(), entry));
      output.json(document(open.ledger(), found));
    }
    return ExitCode.DONE.number();
  }

  private static void print(Output output, Ledger ledger, LedgerEntry entry) {
    output.lines(EntryText.of(entry));
    sharedAddress(ledger, entry).ifPresent(output::line);
    output.line("  history");
    for (LedgerEvent event : ledger.history(entry.id())) {
      output.line("    " + EntryText.of(new NamedReasons(ledger).in(event)));
    }
  }

  private static Optional<String> sharedAddress(Ledger ledger, LedgerEntry entry) {
    return new LoginOwners(ledger, PoolLogins.UNKNOWN)
        .betterOwner(entry)
        .map(owner ->
            "  email: %s is the login of %s; where the target takes an address once, this user is there without it (docs/logins.md)"
                .formatted(entry.email(), owner.username()));
  }

  private static ObjectNode document(Ledger ledger, List<LedgerEntry> found) {
    ObjectNode document = Output.object();
    ArrayNode users = document.putArray("users");
    for (LedgerEntry entry : found) {
      ObjectNode user = EntryJson.of(entry);
      ArrayNode history = user.putArray("history");
      NamedReasons reasons = new NamedReasons(ledger);
      ledger.history(entry.id()).forEach(event -> history.add(EntryJson.of(reasons.in(event))));
      users.add(user);
    }
    return document;
  }
}
