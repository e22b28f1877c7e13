package dev.sluice.keycloak.wire;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;

/** Users without a password to link to Sluice's component again. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record RelinkRequest(List<String> ids) {

  /** Replaces what was left out by an empty list. */
  public RelinkRequest {
    ids = ids == null ? List.of() : List.copyOf(ids);
  }
}
