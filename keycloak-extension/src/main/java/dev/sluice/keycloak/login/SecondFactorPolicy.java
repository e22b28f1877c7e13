package dev.sluice.keycloak.login;

import java.util.Locale;
import org.keycloak.component.ComponentModel;

/** What becomes of a user who has just proven both factors of the old system. */
enum SecondFactorPolicy {
  /** Has to set up a second factor here, and has moved then. */
  ENROL,
  /** May put that off: logs in with both old factors until the day it is done. */
  KEEP;

  static final String SETTING = "secondFactor";

  static SecondFactorPolicy of(ComponentModel component) {
    return valueOf(
        component.getConfig().getFirstOrDefault(SETTING, "enrol").toUpperCase(Locale.ROOT));
  }
}
