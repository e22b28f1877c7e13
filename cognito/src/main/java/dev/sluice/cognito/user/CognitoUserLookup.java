package dev.sluice.cognito.user;

import dev.sluice.api.source.SourceException;
import dev.sluice.api.source.Verdict;
import dev.sluice.api.user.UserRecord;
import dev.sluice.cognito.call.CognitoConnection;
import dev.sluice.cognito.call.Deadline;
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

  /** While a user is logging in. */
  private static final Duration LONGEST = Duration.ofSeconds(4);

  private final CognitoIdentityProviderClient client;
  private final String pool;
  private final RetriedCalls calls;

  public CognitoUserLookup(CognitoConnection connection) {
    this.client = connection.client();
    this.pool = connection.options().userPoolId();
    this.calls = new RetriedCalls(connection, Patience.OF_A_PERSON);
  }

  public Optional<UserRecord> find(String login) {
    return find(login, null, new Deadline(LONGEST));
  }

  /** Reads what the proof does not say. */
  public Optional<UserRecord> find(Verdict.Proven proven, Duration longest) {
    return find(proven.login(), proven.groups(), new Deadline(longest));
  }

  private Optional<UserRecord> find(
      String login, @Nullable List<String> groups, Deadline deadline) {
    try {
      AdminGetUserResponse user =
          calls.read(
              QuotaCategory.USER_READ,
              "AdminGetUser",
              deadline,
              answer ->
                  client.adminGetUser(r ->
                      r.userPoolId(pool)
                          .username(login)
                          .overrideConfiguration(o -> o.apiCallTimeout(answer))));
      return Optional.of(
          UserRecords.of(user)
              .withGroups(groups != null ? groups : groupsOf(user.username(), deadline)));
    } catch (SourceException e) {
      if (e.getCause() instanceof UserNotFoundException) {
        return Optional.empty();
      }
      throw e;
    }
  }

  private List<String> groupsOf(String username, Deadline deadline) {
    return Pages.all(
            position -> groupsPage(username, position, deadline),
            AdminListGroupsForUserResponse::groups,
            AdminListGroupsForUserResponse::nextToken)
        .stream()
        .map(GroupType::groupName)
        .distinct()
        .toList();
  }

  private AdminListGroupsForUserResponse groupsPage(
      String username, @Nullable String position, Deadline deadline) {
    return calls.read(
        QuotaCategory.USER_RESOURCE_READ,
        "AdminListGroupsForUser",
        deadline,
        answer ->
            client.adminListGroupsForUser(r ->
                r.userPoolId(pool)
                    .username(username)
                    .limit(PAGE)
                    .nextToken(position)
                    .overrideConfiguration(o -> o.apiCallTimeout(answer))));
  }
}
