package dev.sluice.keycloak.settings;

import java.util.Locale;
import org.keycloak.component.ComponentModel;

/** What happens to a user that has just proven both factors of the old system. */
public enum SecondFactorPolicy {
  /** The user must set up a second factor here and has then moved. */
  ENROL,
  /** The user may postpone that and log in with both old factors until then. */
  KEEP;

  public static final String SETTING = "secondFactor";

  public static SecondFactorPolicy of(ComponentModel component) {
    return valueOf(
        component.getConfig().getFirstOrDefault(SETTING, "enrol").toUpperCase(Locale.ROOT));
  }
}
