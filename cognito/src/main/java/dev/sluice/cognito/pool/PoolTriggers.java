package dev.sluice.cognito.pool;

import dev.sluice.api.pool.LambdaTrigger;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cognitoidentityprovider.model.LambdaConfigType;

/** The functions that the pool calls, by the names of {@code LambdaConfig}. */
final class PoolTriggers {
  private final List<LambdaTrigger> found = new ArrayList<>();

  private PoolTriggers() {}

  static List<LambdaTrigger> of(@Nullable LambdaConfigType set) {
    PoolTriggers triggers = new PoolTriggers();
    if (set != null) {
      triggers.plain(set);
      triggers.versioned(set);
    }
    return triggers.found;
  }

  private void plain(LambdaConfigType set) {
    add("PreSignUp", set.preSignUp(), null);
    add("PostConfirmation", set.postConfirmation(), null);
    add("PreAuthentication", set.preAuthentication(), null);
    add("PostAuthentication", set.postAuthentication(), null);
    add("CustomMessage", set.customMessage(), null);
    add("DefineAuthChallenge", set.defineAuthChallenge(), null);
    add("CreateAuthChallenge", set.createAuthChallenge(), null);
    add("VerifyAuthChallengeResponse", set.verifyAuthChallengeResponse(), null);
    add("UserMigration", set.userMigration(), null);
  }

  private void versioned(LambdaConfigType set) {
    tokens(set);
    if (set.customSMSSender() != null) {
      var sender = set.customSMSSender();
      add("CustomSMSSender", sender.lambdaArn(), sender.lambdaVersionAsString());
    }
    if (set.customEmailSender() != null) {
      var sender = set.customEmailSender();
      add("CustomEmailSender", sender.lambdaArn(), sender.lambdaVersionAsString());
    }
    if (set.inboundFederation() != null) {
      var federation = set.inboundFederation();
      add("InboundFederation", federation.lambdaArn(), federation.lambdaVersionAsString());
    }
  }

  /**
   * Reads token triggers; the same function is in two fields where the event is of a later version.
   */
  private void tokens(LambdaConfigType set) {
    if (set.preTokenGenerationConfig() != null) {
      var config = set.preTokenGenerationConfig();
      add("PreTokenGeneration", config.lambdaArn(), config.lambdaVersionAsString());
    } else {
      add("PreTokenGeneration", set.preTokenGeneration(), null);
    }
  }

  private void add(String name, @Nullable String arn, @Nullable String version) {
    if (arn != null) {
      found.add(new LambdaTrigger(name, arn, version));
    }
  }
}
