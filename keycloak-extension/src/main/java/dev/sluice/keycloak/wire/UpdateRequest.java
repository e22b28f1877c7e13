package dev.sluice.keycloak.wire;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;

/**
 * Users of the realm who shall be as the user pool has them, unless they have moved.
 *
 * @param attributes the names of those attributes that the pool decides about
 * @param groups the paths of those groups that the pool decides about
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record UpdateRequest(List<String> attributes, List<String> groups, List<Update> updates) {

  /** What was left out is empty. */
  public UpdateRequest {
    attributes = attributes == null ? List.of() : List.copyOf(attributes);
    groups = groups == null ? List.of() : List.copyOf(groups);
    updates = updates == null ? List.of() : List.copyOf(updates);
  }

  /**
   * One user.
   *
   * @param mayEnable whether somebody whom the realm has disabled may be enabled
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  public record Update(PlannedUser user, boolean mayEnable) {}
}
