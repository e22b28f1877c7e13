package dev.sluice.keycloak.settings;

import java.util.Locale;
import org.keycloak.component.ComponentModel;

/** Whether a mailed link may replace a password and a second factor that have not moved. */
public enum ResetPolicy {
  /** No link is mailed: an administrator helps. */
  REFUSE,
  /** A link is mailed, and the user must set up a second factor. */
  ENROL;

  public static final String SETTING = "resetWithSecondFactor";

  public static ResetPolicy of(ComponentModel component) {
    return valueOf(
        component.getConfig().getFirstOrDefault(SETTING, "refuse").toUpperCase(Locale.ROOT));
  }
}
