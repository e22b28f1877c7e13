package dev.sluice.api.pool.signin;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What Cognito does about suspicious logins.
 *
 * @param mode OFF, AUDIT or ENFORCED
 * @param customAuthMode the same for custom flows, where known
 * @param risks the pool's own settings first, then those of single clients
 */
public record ThreatProtection(
    String mode, @Nullable String customAuthMode, List<RiskConfiguration> risks) {
  public ThreatProtection {
    risks = List.copyOf(risks);
  }

  /** Returns whether logins are watched at all. */
  public boolean on() {
    return !mode.equals("OFF");
  }
}
