package dev.sluice.keycloak.wire;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;

/**
 * Users of the realm to update from the user pool, unless they have moved.
 *
 * @param attributes the names of the attributes that the pool determines
 * @param groups the paths of the groups that the pool determines
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record UpdateRequest(List<String> attributes, List<String> groups, List<Update> updates) {

  /** Replaces what was left out by empty values. */
  public UpdateRequest {
    attributes = attributes == null ? List.of() : List.copyOf(attributes);
    groups = groups == null ? List.of() : List.copyOf(groups);
    updates = updates == null ? List.of() : List.copyOf(updates);
  }

  /**
   * One user.
   *
   * @param mayEnable whether a user that the realm has disabled may be enabled
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  public record Update(PlannedUser user, boolean mayEnable) {}
}
