package dev.sluice.keycloak.login;

import java.util.Locale;
import org.keycloak.component.ComponentModel;

/** Whether a mailed link may stand in for a password and a second factor that have not moved. */
enum ResetPolicy {
  /** No link is mailed: an administrator helps. */
  REFUSE,
  /** A link is mailed, and its owner has to set up a second factor. */
  ENROL;

  static final String SETTING = "resetWithSecondFactor";

  static ResetPolicy of(ComponentModel component) {
    return valueOf(
        component.getConfig().getFirstOrDefault(SETTING, "refuse").toUpperCase(Locale.ROOT));
  }
}
