package dev.sluice.cognito.access;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The calls with AWS credentials that each command makes. Calls that AWS takes unsigned
 * (InitiateAuth, RespondToAuthChallenge, RevokeToken) need no permission and are not here.
 */
public enum CommandAccess {
  ASSESS("assess", Calls.EVERYBODY, Calls.CONFIGURATION, Calls.AROUND),
  ASSESS_WITH_MFA(
      "assess --with-mfa", Calls.EVERYBODY, Calls.CONFIGURATION, Calls.AROUND, Calls.ONE),
  EXPORT("export", Calls.EVERYBODY, Calls.CONFIGURATION, Calls.AROUND),
  BULK("bulk", Calls.EVERYBODY),
  SYNC("sync", Calls.EVERYBODY),
  VERIFY("verify", Calls.EVERYBODY),
  PROVISION("provision", Calls.GROUPS, Calls.CONFIGURATION, Calls.AROUND),
  SERVE_ADMIN("serve, password-check: admin", Calls.SERVING, Calls.SIGNED_SIGN_IN),
  SERVE_USER("serve, password-check: user", Calls.SERVING),
  SERVE_SRP("serve, password-check: srp", Calls.SERVING, Calls.SIGNED_SIGN_IN);

  private final String command;

  @SuppressWarnings("ImmutableEnumChecker") // an immutable copy
  private final Set<String> actions;

  @SafeVarargs
  CommandAccess(String command, List<String>... calls) {
    this.command = command;
    Set<String> all = new HashSet<>();
    for (List<String> each : calls) {
      all.addAll(each);
    }
    this.actions = Set.copyOf(all);
  }

  /** Returns the command as it is typed, with the setting that matters. */
  public String command() {
    return command;
  }

  /** Returns IAM actions, such as {@code cognito-idp:ListUsers}. */
  public Set<String> actions() {
    return actions;
  }

  /** Groups of calls that belong together. */
  private static final class Calls {
    static final List<String> GROUPS =
        List.of("cognito-idp:DescribeUserPool", "cognito-idp:ListGroups");

    static final List<String> EVERYBODY =
        List.of(
            "cognito-idp:DescribeUserPool",
            "cognito-idp:ListGroups",
            "cognito-idp:ListUsers",
            "cognito-idp:ListUsersInGroup");

    static final List<String> CONFIGURATION =
        List.of(
            "cognito-idp:DescribeIdentityProvider",
            "cognito-idp:DescribeManagedLoginBrandingByClient",
            "cognito-idp:DescribeRiskConfiguration",
            "cognito-idp:DescribeUserPoolClient",
            "cognito-idp:DescribeUserPoolDomain",
            "cognito-idp:GetUICustomization",
            "cognito-idp:GetUserPoolMfaConfig",
            "cognito-idp:ListIdentityProviders",
            "cognito-idp:ListResourceServers",
            "cognito-idp:ListUserPoolClients");

    static final List<String> AROUND =
        List.of(
            "cognito-identity:DescribeIdentityPool",
            "cognito-identity:GetIdentityPoolRoles",
            "cognito-identity:ListIdentityPools");

    static final List<String> ONE = List.of("cognito-idp:AdminGetUser");

    static final List<String> SERVING =
        List.of(
            "cognito-idp:AdminGetUser",
            "cognito-idp:AdminListGroupsForUser",
            "cognito-idp:DescribeUserPool",
            "cognito-idp:DescribeUserPoolClient");

    static final List<String> SIGNED_SIGN_IN =
        List.of("cognito-idp:AdminInitiateAuth", "cognito-idp:AdminRespondToAuthChallenge");
  }
}
