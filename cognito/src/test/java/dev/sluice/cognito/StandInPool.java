package dev.sluice.cognito;

import dev.sluice.api.Secret;
import dev.sluice.api.user.UserId;
import dev.sluice.cognito.call.CognitoConnection;
import dev.sluice.cognito.call.CognitoOptions;
import dev.sluice.cognito.call.PasswordFlow;
import dev.sluice.cognito.call.Reading;
import dev.sluice.cognito.user.UserRecords;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AttributeType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ExplicitAuthFlowsType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.MessageActionType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserPoolClientType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserType;

/**
 * A pool made in a stand-in through Cognito's own calls: users {@code person-0} and so on, of whom
 * one in two is in the group {@code even}.
 */
record StandInPool(
    CognitoOptions options,
    Map<String, UserId> users,
    Map<String, Set<UserId>> members,
    String login,
    String password) {
  private static final String GROUP = "even";

  static StandInPool fill(URI endpoint, int users) {
    CognitoOptions bare = CognitoOptions.of("eu-north-1_NotYetMade", "not-yet-made").at(endpoint);
    try (CognitoConnection connection = CognitoConnection.open(bare)) {
      CognitoIdentityProviderClient client = connection.client();
      String pool = client.createUserPool(r -> r.poolName("orchard")).userPool().id();
      client.createGroup(r -> r.userPoolId(pool).groupName(GROUP).description("half of them"));
      Map<String, UserId> made = new LinkedHashMap<>();
      for (int n = 0; n < users; n++) {
        made.put("person-" + n, person(client, pool, n));
      }
      String password = "Medlar-Canal-26";
      client.adminSetUserPassword(
          r -> r.userPoolId(pool).username("person-3").password(password).permanent(true));
      return new StandInPool(
          options(endpoint, client, pool), made, Map.of(GROUP, even(made)), "person-3", password);
    }
  }

  private static CognitoOptions options(
      URI endpoint, CognitoIdentityProviderClient client, String pool) {
    UserPoolClientType made =
        client
            .createUserPoolClient(r ->
                r.userPoolId(pool)
                    .clientName("sluice")
                    .generateSecret(true)
                    .explicitAuthFlows(
                        ExplicitAuthFlowsType.ALLOW_ADMIN_USER_PASSWORD_AUTH,
                        ExplicitAuthFlowsType.ALLOW_USER_PASSWORD_AUTH,
                        ExplicitAuthFlowsType.ALLOW_REFRESH_TOKEN_AUTH))
            .userPoolClient();
    CognitoOptions options =
        new CognitoOptions(
            pool,
            "eu-north-1",
            endpoint,
            made.clientId(),
            null,
            PasswordFlow.ADMIN,
            1_000,
            Reading.SHARDED,
            Map.of());
    return made.clientSecret() == null
        ? options
        : options.withSecret(new Secret(made.clientSecret()));
  }

  private static UserId person(CognitoIdentityProviderClient client, String pool, int n) {
    String name = "person-" + n;
    UserType user =
        client
            .adminCreateUser(r ->
                r.userPoolId(pool)
                    .username(name)
                    .temporaryPassword("Temporary-Pear-" + n)
                    .messageAction(MessageActionType.SUPPRESS)
                    .userAttributes(
                        attribute("email", name + "@example.org"),
                        attribute("given_name", "Ωmega " + n)))
            .user();
    if (n % 2 == 0) {
      client.adminAddUserToGroup(r -> r.userPoolId(pool).username(name).groupName(GROUP));
    }
    return UserRecords.idOf(user);
  }

  private static Set<UserId> even(Map<String, UserId> made) {
    Set<UserId> ids = new TreeSet<>();
    for (int n = 0; n < made.size(); n += 2) {
      ids.add(made.get("person-" + n));
    }
    return ids;
  }

  private static AttributeType attribute(String name, String value) {
    return AttributeType.builder().name(name).value(value).build();
  }
}
