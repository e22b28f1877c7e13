package dev.sluice.cognito.pool;

import dev.sluice.api.pool.PoolGroup;
import dev.sluice.api.user.Group;
import dev.sluice.cognito.call.CognitoConnection;
import dev.sluice.cognito.call.Pages;
import dev.sluice.cognito.call.QuotaCategory;
import dev.sluice.cognito.call.RetriedCalls;
import java.util.List;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.GroupType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ListGroupsResponse;

/** The groups of the pool: at most 10,000 (Cognito developer guide, quotas). */
public final class Groups {
  private static final int PAGE = 60;

  private final CognitoIdentityProviderClient client;
  private final String pool;
  private final RetriedCalls calls;

  public Groups(CognitoConnection connection, RetriedCalls calls) {
    this.client = connection.client();
    this.pool = connection.options().userPoolId();
    this.calls = calls;
  }

  public List<Group> all() {
    return found().stream()
        .map(group -> new Group(group.groupName(), group.description(), group.precedence()))
        .toList();
  }

  /** Returns the groups with their roles. */
  List<PoolGroup> withRoles() {
    return found().stream()
        .map(group ->
            new PoolGroup(
                group.groupName(), group.description(), group.precedence(), group.roleArn()))
        .toList();
  }

  private List<GroupType> found() {
    return Pages.all(
        position ->
            calls.read(
                QuotaCategory.USER_POOL_RESOURCE_READ,
                "ListGroups",
                () -> client.listGroups(r -> r.userPoolId(pool).limit(PAGE).nextToken(position))),
        ListGroupsResponse::groups,
        ListGroupsResponse::nextToken);
  }
}
