package dev.sluice.app.gateway.login;

import dev.sluice.api.ledger.MovedBy;
import dev.sluice.api.user.UserId;
import dev.sluice.app.gateway.request.Fields;
import dev.sluice.app.gateway.request.RequestBodies;
import dev.sluice.migration.login.Settlement;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/**
 * {@code POST /v1/settled} and {@code POST /v1/gone}: take reports of what the new system has done.
 */
@RestController
public final class SettlementEndpoint {
  private final Settlement settlement;

  SettlementEndpoint(Settlement settlement) {
    this.settlement = settlement;
  }

  @PostMapping(path = "/v1/settled", consumes = MediaType.APPLICATION_JSON_VALUE)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void settled(HttpServletRequest call) throws IOException {
    SettledBody body = RequestBodies.read(call, SettledBody.class);
    UserId user = Fields.userId(body.userId());
    known(settlement.moved(user, body.movedBy()));
  }

  @PostMapping(path = "/v1/gone", consumes = MediaType.APPLICATION_JSON_VALUE)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void gone(HttpServletRequest call) throws IOException {
    GoneBody body = RequestBodies.read(call, GoneBody.class);
    known(settlement.gone(Fields.userId(body.userId())));
  }

  private static void known(boolean known) {
    if (!known) {
      throw new ResponseStatusException(
          HttpStatus.NOT_FOUND, "The ledger does not know this user, or records it as gone.");
    }
  }

  record GoneBody(@Nullable String userId) {}

  record SettledBody(@Nullable String userId, @Nullable String by) {
    MovedBy movedBy() {
      return switch (by) {
        case "PASSWORD" -> MovedBy.PASSWORD;
        case "RESET" -> MovedBy.RESET;
        case null, default ->
            throw RequestBodies.malformed("\"by\" must be \"PASSWORD\" or \"RESET\".");
      };
    }
  }
}
