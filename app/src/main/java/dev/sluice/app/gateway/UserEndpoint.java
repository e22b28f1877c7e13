package dev.sluice.app.gateway;

import dev.sluice.app.report.EntryJson;
import dev.sluice.app.report.UserLookup;
import dev.sluice.migration.ledger.Ledger;
import dev.sluice.migration.ledger.LedgerEntry;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/** {@code GET /v1/users/LOGIN}: which system is in charge of a user. */
@RestController
class UserEndpoint {
  private final Ledger ledger;

  UserEndpoint(GatewayParts parts) {
    this.ledger = parts.ledger();
  }

  @GetMapping("/v1/users/{login}")
  ObjectNode user(@PathVariable("login") String login) {
    List<LedgerEntry> found = UserLookup.in(ledger, login);
    if (found.isEmpty()) {
      throw new UnknownUserException("The ledger has no user with this login or id.");
    }
    ObjectNode json = EntryJson.of(found.getFirst());
    if (found.size() > 1) {
      json.put("othersWithThisLogin", found.size() - 1);
    }
    return json;
  }
}
