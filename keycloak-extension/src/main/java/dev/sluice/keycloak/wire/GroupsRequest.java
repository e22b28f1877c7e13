package dev.sluice.keycloak.wire;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;

/**
 * Groups that users are to be in.
 *
 * @param groups names ({@code admins}) or paths ({@code /staff/admins})
 * @param newRealm whether they are for a realm that does not exist yet
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record GroupsRequest(List<String> groups, boolean newRealm) {

  /** Replaces what was left out by an empty list. */
  public GroupsRequest {
    groups = groups == null ? List.of() : List.copyOf(groups);
  }
}
