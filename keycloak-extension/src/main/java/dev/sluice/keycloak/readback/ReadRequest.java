package dev.sluice.keycloak.readback;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;

/** Users of the realm who shall be read. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record ReadRequest(List<String> ids) {
  /** The most users in one request: a database takes no more in one list. */
  public static final int MAX_USERS = 1_000;

  /** What was left out is empty. */
  public ReadRequest {
    ids = ids == null ? List.of() : List.copyOf(ids);
  }
}
