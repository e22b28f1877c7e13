package dev.sluice.app.status;

import dev.sluice.api.ledger.LedgerEntry;
import java.util.Objects;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Formats a rejected user as a line and as JSON. */
public final class RejectedText {
  private RejectedText() {}

  /** Formats the same fields in the same order, whatever is in them, separated by tabs. */
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

  /**
   * Replaces control characters, because usernames and reasons come from outside and must not look
   * like a line or field of ours.
   */
  private static String inOneLine(String text) {
    return text.replaceAll("\\p{Cntrl}+", " ");
  }
}
