package dev.sluice.app.status;

import dev.sluice.api.ledger.Ledger;
import dev.sluice.api.ledger.LedgerEntry;
import dev.sluice.api.ledger.LedgerEvent;
import dev.sluice.api.user.UserId;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Names users in reasons by their logins. A target knows its users by id, which tells support staff
 * nothing.
 */
final class NamedReasons {
  private static final Pattern ID =
      Pattern.compile("\\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\\b");

  private final Ledger ledger;

  NamedReasons(Ledger ledger) {
    this.ledger = ledger;
  }

  LedgerEntry in(LedgerEntry entry) {
    return new LedgerEntry(
        entry.id(),
        entry.username(),
        entry.email(),
        entry.phoneNumber(),
        entry.state(),
        entry.by(),
        named(entry.why(), entry.id()),
        entry.since(),
        entry.assumed(),
        entry.standing());
  }

  LedgerEvent in(LedgerEvent event) {
    return new LedgerEvent(
        event.number(),
        event.at(),
        event.who(),
        event.user(),
        event.from(),
        event.to(),
        event.by(),
        named(event.why(), event.user()));
  }

  private @Nullable String named(@Nullable String why, UserId about) {
    return why == null
        ? null
        : ID.matcher(why).replaceAll(found -> Matcher.quoteReplacement(name(found, about)));
  }

  private String name(MatchResult found, UserId about) {
    UserId id = new UserId(found.group());
    return id.equals(about)
        ? found.group()
        : ledger.find(id).map(NamedReasons::login).orElse("") + found.group();
  }

  /** Returns the login that a person knows, in front of the id; a username may be the id itself. */
  private static String login(LedgerEntry entry) {
    String id = entry.id().value();
    if (!entry.username().equals(id)) {
      return entry.username() + " ";
    }
    String address = entry.email() == null ? entry.phoneNumber() : entry.email();
    return address == null ? "" : address + " ";
  }
}
