package dev.sluice.keycloak.readback;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;

/** The users of the realm to read. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record ReadRequest(List<String> ids) {
  /** The most users in one request, because databases limit the length of a list. */
  public static final int MAX_USERS = 1_000;

  /** Replaces what was left out by an empty list. */
  public ReadRequest {
    ids = ids == null ? List.of() : List.copyOf(ids);
  }
}
