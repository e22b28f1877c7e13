package dev.sluice.app.status;

import dev.sluice.api.ledger.LedgerEntry;
import dev.sluice.api.ledger.LedgerEvent;
import dev.sluice.api.ledger.MigrationState;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Formats a ledger entry as JSON: {@code {"id", "username", "state", "systemOfRecord", "since",
 * "by"?, "why"?, "targetId"?, "assumedSince"?}}; a field with a question mark is optional.
 */
public final class EntryJson {
  private EntryJson() {}

  public static ObjectNode of(LedgerEntry entry) {
    ObjectNode json = JsonMapper.shared().createObjectNode();
    json.put("id", entry.id().value());
    json.put("username", entry.username());
    json.put("state", entry.state().name());
    json.put("systemOfRecord", entry.state().systemOfRecord().name());
    json.put("since", entry.since().toString());
    if (entry.by() != null) {
      json.put("by", entry.by().name());
    }
    if (entry.why() != null) {
      json.put("why", entry.why());
    }
    if (isAtTarget(entry.state())) {
      json.put("targetId", entry.id().value());
    }
    if (entry.assumed() != null) {
      json.put("assumedSince", entry.assumed().toString());
    }
    return json;
  }

  /** Formats an event as JSON: {@code {"at", "who", "from"?, "to", "by"?, "why"?}}. */
  public static ObjectNode of(LedgerEvent event) {
    ObjectNode json = JsonMapper.shared().createObjectNode();
    json.put("at", event.at().toString());
    json.put("who", event.who());
    if (event.from() != null) {
      json.put("from", event.from().name());
    }
    json.put("to", event.to().name());
    if (event.by() != null) {
      json.put("by", event.by().name());
    }
    if (event.why() != null) {
      json.put("why", event.why());
    }
    return json;
  }

  /** Tells whether to name the id at the target, which users keep. */
  private static boolean isAtTarget(MigrationState state) {
    return state == MigrationState.IMPORTED || state == MigrationState.MIGRATED;
  }
}
