package dev.sluice.cognito.pool;

import dev.sluice.api.pool.PoolPart;
import dev.sluice.api.pool.signin.RiskConfiguration;
import dev.sluice.api.pool.signin.ThreatProtection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AccountTakeoverActionType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.RiskConfigurationType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.RiskExceptionConfigurationType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserPoolAddOnsType;

/** Threat protection; its settings are requested only where it is on. */
final class Risks {
  private final PoolReads reads;

  Risks(PoolReads reads) {
    this.reads = reads;
  }

  ThreatProtection of(@Nullable UserPoolAddOnsType set, List<String> clientIds) {
    String mode =
        set == null ? "OFF" : Objects.requireNonNullElse(set.advancedSecurityModeAsString(), "OFF");
    String custom =
        set == null || set.advancedSecurityAdditionalFlows() == null
            ? null
            : set.advancedSecurityAdditionalFlows().customAuthModeAsString();
    boolean off = mode.equals("OFF") && (custom == null || custom.equals("OFF"));
    return new ThreatProtection(mode, custom, off ? List.of() : risks(clientIds));
  }

  private List<RiskConfiguration> risks(List<String> clientIds) {
    List<String> all = Stream.concat(Stream.of(""), clientIds.stream()).toList();
    return reads.each(PoolPart.THREAT_PROTECTION, all, this::risk);
  }

  /**
   * Reads a client's settings; a client without its own has those of the pool, which are kept only
   * once.
   */
  private Optional<RiskConfiguration> risk(String clientId) {
    String asked = clientId.isEmpty() ? null : clientId;
    RiskConfigurationType found =
        reads
            .resource(
                "DescribeRiskConfiguration",
                () ->
                    reads
                        .client()
                        .describeRiskConfiguration(r -> r.userPoolId(reads.pool()).clientId(asked)))
            .riskConfiguration();
    return found == null || !Objects.equals(found.clientId(), asked)
        ? Optional.empty()
        : Optional.of(risk(found));
  }

  private static RiskConfiguration risk(RiskConfigurationType found) {
    RiskExceptionConfigurationType exceptions = found.riskExceptionConfiguration();
    return new RiskConfiguration(
        found.clientId(),
        compromised(found),
        takeover(found),
        exceptions == null ? List.of() : exceptions.blockedIPRangeList(),
        exceptions == null ? List.of() : exceptions.skippedIPRangeList());
  }

  private static @Nullable String compromised(RiskConfigurationType found) {
    var set = found.compromisedCredentialsRiskConfiguration();
    return set == null || set.actions() == null ? null : set.actions().eventActionAsString();
  }

  private static Map<String, String> takeover(RiskConfigurationType found) {
    Map<String, String> actions = new HashMap<>();
    var set = found.accountTakeoverRiskConfiguration();
    if (set != null && set.actions() != null) {
      put(actions, "LOW", set.actions().lowAction());
      put(actions, "MEDIUM", set.actions().mediumAction());
      put(actions, "HIGH", set.actions().highAction());
    }
    return actions;
  }

  private static void put(
      Map<String, String> actions, String level, @Nullable AccountTakeoverActionType set) {
    if (set != null) {
      actions.put(level, set.eventActionAsString());
    }
  }
}
