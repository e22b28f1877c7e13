package dev.sluice.cognito.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.cognito.call.CognitoOptions;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

class LeastPolicyTest {
  private static final String ARN =
      "arn:aws:cognito-idp:sa-east-1:210987654321:userpool/sa-east-1_P0L1CY";

  @Test
  void a_policy_names_this_pool_and_no_other_wherever_aws_can_tell_pools_apart() {
    JsonNode policy = policy(CommandAccess.ASSESS, "sa-east-1_P0L1CY", ARN);

    assertThat(policy.get("Version").asString()).isEqualTo("2012-10-17");
    assertThat(policy.at("/Statement/0/Resource").asString()).isEqualTo(ARN);
    assertThat(policy.at("/Statement/1/Resource").asString())
        .isEqualTo("arn:aws:cognito-identity:sa-east-1:210987654321:identitypool/*");
    assertThat(policy.at("/Statement/2/Resource").asString()).isEqualTo("*");
    assertThat(policy.at("/Statement/2/Action").valueStream().map(JsonNode::asString))
        .containsExactly(
            "cognito-identity:ListIdentityPools", "cognito-idp:DescribeUserPoolDomain");
  }

  @ParameterizedTest
  @CsvSource({
    "eu-west-3_P0L, arn:aws:cognito-idp:eu-west-3:",
    "cn-north-1_P0L, arn:aws-cn:cognito-idp:cn-north-1:",
    "us-gov-west-1_P0L, arn:aws-us-gov:cognito-idp:us-gov-west-1:"
  })
  void the_partition_is_the_regions_and_an_unknown_account_is_marked(String pool, String start) {
    assertThat(policy(CommandAccess.BULK, pool, null).at("/Statement/0/Resource").asString())
        .isEqualTo(start + "REPLACE-WITH-ACCOUNT-ID:userpool/" + pool);
  }

  @ParameterizedTest
  @EnumSource
  void every_action_is_granted_once(CommandAccess access) {
    Set<String> granted = new HashSet<>();
    policy(access, "sa-east-1_P0L1CY", ARN)
        .get("Statement")
        .valueStream()
        .flatMap(statement -> statement.get("Action").valueStream())
        .forEach(action -> assertThat(granted.add(action.asString())).isTrue());
    assertThat(granted).isEqualTo(access.actions());
  }

  private static JsonNode policy(CommandAccess access, String pool, @Nullable String arn) {
    return LeastPolicy.of(access, CognitoOptions.of(pool, "client"), arn);
  }
}
