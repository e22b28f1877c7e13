package dev.sluice.app.gateway.login;

import dev.sluice.api.user.UserId;
import dev.sluice.app.gateway.request.RequestBodies;
import dev.sluice.migration.login.FactorLookup;
import java.util.Locale;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/**
 * {@code GET /v1/users/{id}/second-factor}: tells whether a user has a second factor at the source.
 */
@RestController
public final class SecondFactorEndpoint {
  private final FactorLookup lookup;
  private final AnswerTime time;

  SecondFactorEndpoint(FactorLookup lookup, AnswerTime time) {
    this.lookup = lookup;
    this.time = time;
  }

  @GetMapping("/v1/users/{id}/second-factor")
  Map<String, String> secondFactor(@PathVariable("id") String id) {
    return Map.of(
        "secondFactor", lookup.of(userId(id), time.longest()).name().toLowerCase(Locale.ROOT));
  }

  private static UserId userId(String id) {
    try {
      return new UserId(id);
    } catch (IllegalArgumentException none) {
      throw RequestBodies.malformed(String.valueOf(none.getMessage()));
    }
  }
}
