package dev.sluice.keycloak.settings;

import java.util.Locale;
import org.keycloak.component.ComponentModel;

/** What becomes of a user who has just proven both factors of the old system. */
public enum SecondFactorPolicy {
  /** Has to set up a second factor here, and has moved then. */
  ENROL,
  /** May put that off: logs in with both old factors until the day it is done. */
  KEEP;

  public static final String SETTING = "secondFactor";

  public static SecondFactorPolicy of(ComponentModel component) {
    return valueOf(
        component.getConfig().getFirstOrDefault(SETTING, "enrol").toUpperCase(Locale.ROOT));
  }
}
