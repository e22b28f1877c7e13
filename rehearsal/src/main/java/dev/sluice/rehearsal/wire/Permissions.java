package dev.sluice.rehearsal.wire;

import java.util.Set;

/**
 * What whoever signs the calls may do, as an IAM policy would have it.
 *
 * @param everything whether all is allowed
 * @param actions such as {@code cognito-idp:ListUsers}, where not
 */
public record Permissions(boolean everything, Set<String> actions) {
  public Permissions {
    actions = Set.copyOf(actions);
  }

  /** Every call is allowed. */
  public static Permissions all() {
    return new Permissions(true, Set.of());
  }

  /** These actions and no other. */
  public static Permissions only(Set<String> actions) {
    return new Permissions(false, actions);
  }

  /** Whether this action is allowed. */
  public boolean allow(String action) {
    return everything || actions.contains(action);
  }
}
