package dev.sluice.app.gateway.login;

import dev.sluice.api.ledger.Ledger;
import dev.sluice.api.ledger.LedgerEntry;
import dev.sluice.api.ledger.SystemOfRecord;
import dev.sluice.app.status.EntryJson;
import dev.sluice.app.status.LedgerLookup;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code GET /v1/users/{login or id}}: tells which system is in charge of a user. */
@RestController
public final class UserEndpoint {
  private final Ledger ledger;

  UserEndpoint(Ledger ledger) {
    this.ledger = ledger;
  }

  @GetMapping("/v1/users/{loginOrId}")
  JsonNode find(@PathVariable("loginOrId") String loginOrId) {
    List<LedgerEntry> found = LedgerLookup.in(ledger, loginOrId);
    if (found.isEmpty()) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND, "No user has this login or id.");
    }
    ObjectNode json = EntryJson.of(found.getFirst());
    if (found.size() > 1) {
      json.put("othersWithThisLogin", found.size() - 1);
    }
    json.put("takenAtSource", found.stream().anyMatch(UserEndpoint::isTakenAtSource));
    return json;
  }

  /**
   * Tells whether a user keeps the login at the source: one that has not moved does. The target
   * itself knows what is taken there.
   */
  private static boolean isTakenAtSource(LedgerEntry entry) {
    return entry.state().systemOfRecord() == SystemOfRecord.SOURCE;
  }
}
