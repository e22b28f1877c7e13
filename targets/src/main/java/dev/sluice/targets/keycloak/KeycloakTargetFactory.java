package dev.sluice.targets.keycloak;

import dev.sluice.migration.target.Target;
import dev.sluice.migration.target.TargetFactory;
import dev.sluice.migration.target.TargetOption;
import java.util.List;
import java.util.Map;

/** Opens {@code target.keycloak}. */
public final class KeycloakTargetFactory implements TargetFactory {

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
  public Target open(Map<String, String> values) {
    KeycloakOptions options = KeycloakOptions.from(values);
    return new KeycloakTarget(options, new KeycloakApi(options));
  }
}
