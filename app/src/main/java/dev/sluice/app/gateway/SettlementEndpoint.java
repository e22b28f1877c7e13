package dev.sluice.app.gateway;

import dev.sluice.migration.ledger.MovedBy;
import dev.sluice.migration.run.Settlement;
import dev.sluice.migration.user.UserId;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * {@code POST /v1/settled} and {@code POST /v1/gone}: what the target has done. Repeating either
 * does no harm.
 */
@RestController
class SettlementEndpoint {
  private final Settlement settlement;

  SettlementEndpoint(GatewayParts parts) {
    this.settlement = new Settlement(parts.ledger());
  }

  @PostMapping("/v1/settled")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void settled(HttpServletRequest http) throws IOException {
    RequestJson json = RequestJson.read(http.getInputStream());
    UserId id = json.userId("userId");
    if (!settlement.moved(id, by(json.text("by")))) {
      throw new UnknownUserException(
          "The ledger has no user "
              + id
              + " who could have moved: run sluice bulk, or check the id.");
    }
  }

  @PostMapping("/v1/gone")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void gone(HttpServletRequest http) throws IOException {
    UserId id = RequestJson.read(http.getInputStream()).userId("userId");
    if (!settlement.gone(id)) {
      throw new UnknownUserException("The ledger has no user " + id + ".");
    }
  }

  private static MovedBy by(String word) {
    return switch (word) {
      case "PASSWORD" -> MovedBy.PASSWORD;
      case "RESET" -> MovedBy.RESET;
      default -> throw new MalformedRequestException("by is neither PASSWORD nor RESET.");
    };
  }
}
