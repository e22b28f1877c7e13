package dev.sluice.cognito;

import dev.sluice.migration.user.Group;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.GroupType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ListGroupsResponse;

/** The groups of the pool: at most 10,000 (Cognito developer guide, quotas). */
final class Groups {
  private static final int PAGE = 60;

  private final CognitoIdentityProviderClient client;
  private final String pool;
  private final SourceCalls calls;

  Groups(CognitoConnection connection, SourceCalls calls) {
    this.client = connection.client();
    this.pool = connection.options().userPoolId();
    this.calls = calls;
  }

  List<Group> all() {
    List<Group> found = new ArrayList<>();
    String next = null;
    do {
      String position = next;
      ListGroupsResponse page =
          calls.read(
              QuotaCategory.USER_POOL_RESOURCE_READ,
              "ListGroups",
              () -> client.listGroups(r -> r.userPoolId(pool).limit(PAGE).nextToken(position)));
      page.groups().stream().map(Groups::group).forEach(found::add);
      next = page.nextToken();
    } while (next != null);
    return found;
  }

  private static Group group(GroupType group) {
    return new Group(group.groupName(), group.description(), group.precedence());
  }
}
