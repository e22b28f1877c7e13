package dev.sluice.cognito.user;

import dev.sluice.api.source.SourceException;
import dev.sluice.api.user.UserRecord;
import dev.sluice.cognito.call.CognitoConnection;
import dev.sluice.cognito.call.Pages;
import dev.sluice.cognito.call.Patience;
import dev.sluice.cognito.call.QuotaCategory;
import dev.sluice.cognito.call.RetriedCalls;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AdminGetUserResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AdminListGroupsForUserResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.GroupType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserNotFoundException;

/** Reads one user who has just proven a password, and so is active and billed already. */
public final class CognitoUserLookup {
  private static final int PAGE = 60;

  /** The longest wait for one answer, while a user is logging in. */
  private static final Duration ANSWER = Duration.ofSeconds(2);

  private final CognitoIdentityProviderClient client;
  private final String pool;
  private final RetriedCalls calls;

  public CognitoUserLookup(CognitoConnection connection) {
    this.client = connection.client();
    this.pool = connection.options().userPoolId();
    this.calls = new RetriedCalls(connection, Patience.OF_A_PERSON);
  }

  public Optional<UserRecord> find(String login) {
    try {
      AdminGetUserResponse user =
          calls.read(
              QuotaCategory.USER_READ,
              "AdminGetUser",
              () ->
                  client.adminGetUser(r ->
                      r.userPoolId(pool)
                          .username(login)
                          .overrideConfiguration(o -> o.apiCallTimeout(ANSWER))));
      return Optional.of(UserRecords.of(user).withGroups(groupsOf(user.username())));
    } catch (SourceException e) {
      if (e.getCause() instanceof UserNotFoundException) {
        return Optional.empty();
      }
      throw e;
    }
  }

  private List<String> groupsOf(String username) {
    return Pages.all(
            position -> groupsPage(username, position),
            AdminListGroupsForUserResponse::groups,
            AdminListGroupsForUserResponse::nextToken)
        .stream()
        .map(GroupType::groupName)
        .distinct()
        .toList();
  }

  private AdminListGroupsForUserResponse groupsPage(String username, @Nullable String position) {
    return calls.read(
        QuotaCategory.USER_RESOURCE_READ,
        "AdminListGroupsForUser",
        () ->
            client.adminListGroupsForUser(r ->
                r.userPoolId(pool)
                    .username(username)
                    .limit(PAGE)
                    .nextToken(position)
                    .overrideConfiguration(o -> o.apiCallTimeout(ANSWER))));
  }
}
