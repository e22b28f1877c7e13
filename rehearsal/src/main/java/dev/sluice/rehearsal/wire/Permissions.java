package dev.sluice.rehearsal.wire;

import java.util.Set;

/**
 * The permissions of the credentials that sign calls, as in an IAM policy.
 *
 * @param everything whether all is allowed
 * @param actions the allowed actions otherwise, such as {@code cognito-idp:ListUsers}
 */
public record Permissions(boolean everything, Set<String> actions) {
  public Permissions {
    actions = Set.copyOf(actions);
  }

  /** Returns permissions for every call. */
  public static Permissions all() {
    return new Permissions(true, Set.of());
  }

  /** Returns permissions for these actions and no others. */
  public static Permissions only(Set<String> actions) {
    return new Permissions(false, actions);
  }

  /** Returns whether this action is allowed. */
  public boolean allow(String action) {
    return everything || actions.contains(action);
  }
}
