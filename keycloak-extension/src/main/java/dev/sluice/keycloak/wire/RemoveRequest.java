package dev.sluice.keycloak.wire;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;

/** Users to remove from the realm, unless they have moved. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record RemoveRequest(List<String> ids) {

  /** Replaces what was left out by an empty list. */
  public RemoveRequest {
    ids = ids == null ? List.of() : List.copyOf(ids);
  }
}
