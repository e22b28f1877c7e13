package dev.sluice.keycloak.wire;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import java.util.Objects;

/**
 * A batch of users to bring into the realm.
 *
 * @param mode {@code hybrid}, {@code slow} or {@code bulk}
 * @param writer how they may be written at most: {@code copy}, {@code entities} or "model"
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record ImportRequest(String mode, List<PlannedUser> users, String writer) {
  /** The most users in one batch. */
  public static final int MAX_USERS = 1_000;

  /** No users is an empty batch. */
  public ImportRequest {
    mode = Objects.requireNonNullElse(mode, "hybrid");
    writer = Objects.requireNonNullElse(writer, "copy");
    users = users == null ? List.of() : List.copyOf(users);
  }
}
