package dev.sluice.keycloak.gateway;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.sluice.keycloak.wire.WireException;
import dev.sluice.keycloak.wire.WireJson;
import org.jspecify.annotations.Nullable;

/** Reads the gateway's answer about a login; an unknown answer means unknown. */
final class LoginAvailabilityJson {
  private LoginAvailabilityJson() {}

  @JsonIgnoreProperties(ignoreUnknown = true)
  record Answer(@Nullable Boolean takenAtSource) {}

  /**
   * Reads the answer.
   *
   * @param contentType distinguishes the gateway's own 404, a problem document, from that of a
   *     wrong address
   */
  static LoginAvailability read(int status, String contentType, String body) {
    if (status == 404 && contentType.startsWith("application/problem+json")) {
      return LoginAvailability.FREE;
    }
    if (status != 200) {
      return LoginAvailability.NOT_KNOWN;
    }
    try {
      Boolean taken = WireJson.read(body, Answer.class).takenAtSource();
      if (taken == null) {
        return LoginAvailability.NOT_KNOWN;
      }
      return taken ? LoginAvailability.TAKEN : LoginAvailability.FREE;
    } catch (WireException e) {
      return LoginAvailability.NOT_KNOWN;
    }
  }
}
