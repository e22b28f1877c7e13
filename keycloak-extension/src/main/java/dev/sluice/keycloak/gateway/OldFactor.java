package dev.sluice.keycloak.gateway;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.sluice.keycloak.wire.WireException;
import dev.sluice.keycloak.wire.WireJson;
import org.jspecify.annotations.Nullable;

/** Whether a user has a second factor in the old system. */
public enum OldFactor {
  YES,
  NO,
  /** Unknown at present; it must never be treated as a no. */
  UNKNOWN;

  @JsonIgnoreProperties(ignoreUnknown = true)
  record Answer(@Nullable String secondFactor) {}

  static OldFactor read(int status, String body) {
    if (status != 200) {
      return UNKNOWN;
    }
    try {
      return switch (String.valueOf(WireJson.read(body, Answer.class).secondFactor())) {
        case "yes" -> YES;
        case "no" -> NO;
        default -> UNKNOWN;
      };
    } catch (WireException e) {
      return UNKNOWN;
    }
  }
}
