package dev.sluice.keycloak.settings;

import java.util.Locale;
import org.keycloak.component.ComponentModel;

/** How users move into a realm. */
public enum MigrationMode {
  /** Profiles are imported, passwords move at the first login. */
  HYBRID,
  /** Each user is created at its first login. */
  SLOW,
  /** All users set a new password; old ones are not checked. */
  BULK;

  public static final String SETTING = "mode";

  public static MigrationMode of(ComponentModel component) {
    return valueOf(
        component.getConfig().getFirstOrDefault(SETTING, "hybrid").toUpperCase(Locale.ROOT));
  }

  public boolean asksTheGateway() {
    return this != BULK;
  }
}
