package dev.sluice.keycloak.wire;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import java.util.Objects;

/**
 * A batch of users to import into the realm.
 *
 * @param mode {@code hybrid}, {@code slow} or {@code bulk}
 * @param writer the fastest writer that may be used: {@code copy}, {@code entities} or "model"
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record ImportRequest(String mode, List<PlannedUser> users, String writer) {
  /** The most users in one batch. */
  public static final int MAX_USERS = 1_000;

  /** Replaces missing users by an empty batch. */
  public ImportRequest {
    mode = Objects.requireNonNullElse(mode, "hybrid");
    writer = Objects.requireNonNullElse(writer, "copy");
    users = users == null ? List.of() : List.copyOf(users);
  }
}
