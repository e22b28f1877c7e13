package dev.sluice.cognito.access;

import dev.sluice.cognito.call.CognitoOptions;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The least IAM policy with which a command can be run on one pool. */
public final class LeastPolicy {
  /** The placeholder for an account that is not known. */
  public static final String NO_ACCOUNT = "REPLACE-WITH-ACCOUNT-ID";

  /**
   * Actions that take no resource but {@code *} (service authorization reference, Amazon Cognito
   * user pools and identity pools).
   */
  private static final Set<String> ON_EVERYTHING =
      Set.of("cognito-idp:DescribeUserPoolDomain", "cognito-identity:ListIdentityPools");

  private static final String IDENTITY = "cognito-identity:";

  private final CommandAccess access;
  private final String region;
  private final String account;
  private final String poolId;

  private LeastPolicy(CommandAccess access, String region, String account, String poolId) {
    this.access = access;
    this.region = region;
    this.account = account;
    this.poolId = poolId;
  }

  /**
   * Returns a policy that is ready to paste.
   *
   * @param poolArn where known; it contains the account
   */
  public static ObjectNode of(CommandAccess access, CognitoOptions pool, @Nullable String poolArn) {
    String account = poolArn == null ? NO_ACCOUNT : poolArn.split(":", -1)[4];
    return new LeastPolicy(access, pool.effectiveRegion(), account, pool.userPoolId()).json();
  }

  private ObjectNode json() {
    ObjectNode json = JsonMapper.shared().createObjectNode().put("Version", "2012-10-17");
    ArrayNode statements = json.putArray("Statement");
    List<String> all = new TreeSet<>(access.actions()).stream().toList();
    add(statements, on(all, false, false), arn("cognito-idp", "userpool/" + poolId));
    add(statements, on(all, true, false), arn("cognito-identity", "identitypool/*"));
    add(statements, on(all, true, true), "*");
    return json;
  }

  private static List<String> on(List<String> actions, boolean identity, boolean everything) {
    return actions.stream()
        .filter(action ->
            ON_EVERYTHING.contains(action)
                ? everything
                : !everything && action.startsWith(IDENTITY) == identity)
        .toList();
  }

  private static void add(ArrayNode statements, List<String> actions, String resource) {
    if (!actions.isEmpty()) {
      ObjectNode statement = statements.addObject().put("Effect", "Allow");
      ArrayNode list = statement.putArray("Action");
      actions.forEach(list::add);
      statement.put("Resource", resource);
    }
  }

  private String arn(String service, String resource) {
    return "arn:" + partition() + ":" + service + ":" + region + ":" + account + ":" + resource;
  }

  private String partition() {
    if (region.startsWith("cn-")) {
      return "aws-cn";
    }
    return region.startsWith("us-gov-") ? "aws-us-gov" : "aws";
  }
}
