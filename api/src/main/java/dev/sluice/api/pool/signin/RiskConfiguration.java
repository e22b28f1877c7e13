package dev.sluice.api.pool.signin;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What Cognito does when it detects a risk.
 *
 * @param clientId null for the whole pool
 * @param compromisedCredentials BLOCK or NO_ACTION, where known
 * @param takeover by the level of risk, LOW, MEDIUM or HIGH: BLOCK, MFA_IF_CONFIGURED, MFA_REQUIRED
 *     or NO_ACTION
 * @param blockedRanges addresses that are always refused, in CIDR notation
 * @param skippedRanges addresses that are never suspected
 */
public record RiskConfiguration(
    @Nullable String clientId,
    @Nullable String compromisedCredentials,
    Map<String, String> takeover,
    List<String> blockedRanges,
    List<String> skippedRanges) {
  public RiskConfiguration {
    takeover = Map.copyOf(takeover);
    blockedRanges = List.copyOf(blockedRanges);
    skippedRanges = List.copyOf(skippedRanges);
  }
}
