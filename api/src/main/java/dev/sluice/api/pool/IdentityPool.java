package dev.sluice.api.pool;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An identity pool that gives AWS credentials to this user pool's users.
 *
 * @param clientIds the user pool's app clients that it trusts
 * @param unauthenticatedAllowed whether it gives credentials to people who have not signed in
 * @param authenticatedRole the ARN of the role for people who have signed in, where readable
 * @param unauthenticatedRole the ARN of the role for people who have not signed in, where there is
 *     one
 */
public record IdentityPool(
    String id,
    String name,
    List<String> clientIds,
    boolean unauthenticatedAllowed,
    @Nullable String authenticatedRole,
    @Nullable String unauthenticatedRole) {
  public IdentityPool {
    clientIds = List.copyOf(clientIds);
  }
}
