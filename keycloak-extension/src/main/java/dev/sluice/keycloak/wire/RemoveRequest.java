package dev.sluice.keycloak.wire;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;

/** Users of the realm who are no more, unless they have moved. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record RemoveRequest(List<String> ids) {

  /** What was left out is empty. */
  public RemoveRequest {
    ids = ids == null ? List.of() : List.copyOf(ids);
  }
}
