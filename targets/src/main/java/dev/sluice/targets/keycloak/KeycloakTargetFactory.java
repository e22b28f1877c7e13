package dev.sluice.targets.keycloak;

import dev.sluice.migration.target.FateFile;
import dev.sluice.migration.target.Target;
import dev.sluice.migration.target.TargetFactory;
import dev.sluice.migration.target.TargetLimits;
import dev.sluice.migration.target.TargetOption;
import java.util.List;
import java.util.Map;

/** Opens {@code target.keycloak}. */
public final class KeycloakTargetFactory implements TargetFactory {
  /** What the extension refuses; longer values of other attributes have a column of their own. */
  private static final TargetLimits LIMITS =
      new TargetLimits(
          UserProfile.DECLARABLE,
          "Keycloak cannot declare attributes of these names (letters, digits, \".\", \"_\" and"
              + " \"-\" can be). sluice provision lets administrators see and edit undeclared"
              + " attributes then; or rename them under mapping.attributes.",
          36,
          255,
          Integer.MAX_VALUE);

  @Override
  public String name() {
    return "keycloak";
  }

  @Override
  public List<TargetOption> options() {
    return KeycloakOptions.ALL;
  }

  @Override
  public List<String> problems(Map<String, String> values) {
    return KeycloakOptions.problems(values);
  }

  @Override
  public TargetLimits limits() {
    return LIMITS;
  }

  @Override
  public Target open(Map<String, String> values) {
    KeycloakOptions options = KeycloakOptions.from(values);
    return new KeycloakTarget(options, new KeycloakApi(options));
  }

  @Override
  public Map<String, String> fates() {
    return FateFile.read(KeycloakTargetFactory.class, "fates.properties");
  }
}
