package dev.sluice.app.report;

import dev.sluice.migration.ledger.LedgerEntry;
import dev.sluice.migration.ledger.MigrationState;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A ledger entry as JSON: {@code {"id", "username", "state", "systemOfRecord", "since", "by"?,
 * "why"?, "targetId"?}}; a field with a question mark is left out where there is nothing to say.
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
    return json;
  }

  /** Users keep their id at the target. */
  private static boolean isAtTarget(MigrationState state) {
    return state == MigrationState.IMPORTED || state == MigrationState.MIGRATED;
  }
}
