package dev.sluice.app.status;

import dev.sluice.api.ledger.LedgerEntry;
import java.util.Objects;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A rejected user in a line, and as JSON. */
public final class RejectedText {
  private RejectedText() {}

  /** The same fields, in the same order, whatever is in them; between them are tabs. */
  public static String line(LedgerEntry entry) {
    return entry.id() + "\t" + inOneLine(entry.username()) + "\t" + inOneLine(why(entry));
  }

  /** {@code {"id", "username", "email"?, "phoneNumber"?, "since", "why"}}. */
  public static ObjectNode json(LedgerEntry entry) {
    ObjectNode json = JsonMapper.shared().createObjectNode();
    json.put("id", entry.id().value());
    json.put("username", entry.username());
    if (entry.email() != null) {
      json.put("email", entry.email());
    }
    if (entry.phoneNumber() != null) {
      json.put("phoneNumber", entry.phoneNumber());
    }
    json.put("since", entry.since().toString());
    json.put("why", why(entry));
    return json;
  }

  private static String why(LedgerEntry entry) {
    return Objects.requireNonNullElse(entry.why(), "The ledger does not say why.");
  }

  /** Usernames and reasons come from outside: none may look like a line or a field of ours. */
  private static String inOneLine(String text) {
    return text.replaceAll("\\p{Cntrl}+", " ");
  }
}
