package dev.sluice.app.config;

import dev.sluice.cognito.CognitoOptions;
import dev.sluice.migration.Way;
import dev.sluice.migration.mapping.AttributeMapping;
import dev.sluice.migration.mapping.UserMapping;
import java.util.Map;

/**
 * All of {@code sluice.yaml}, checked.
 *
 * @param renames from attributes' names at the source to those at the target, or to {@code drop}
 * @param groups from groups' names at the source to paths at the target
 */
public record SluiceConfig(
    CognitoOptions source,
    TargetConfig target,
    Way way,
    Map<String, String> renames,
    Map<String, String> groups,
    LedgerConfig ledger,
    GatewayConfig gateway) {

  public SluiceConfig {
    renames = Map.copyOf(renames);
    groups = Map.copyOf(groups);
  }

  /** How users are mapped on their way. */
  public UserMapping mapping() {
    return new UserMapping(way, new AttributeMapping(renames), groups);
  }
}
