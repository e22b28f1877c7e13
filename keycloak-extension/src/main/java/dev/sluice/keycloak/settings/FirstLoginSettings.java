package dev.sluice.keycloak.settings;

import org.keycloak.component.ComponentModel;
import org.keycloak.models.RealmModel;

/**
 * The operator's settings for first logins.
 *
 * @param weakPasswordMustChange whether a proven password that the realm's policy forbids only
 *     allows choosing a new one
 * @param explainsRefusals whether the old system's reasons are shown after any password
 */
public record FirstLoginSettings(boolean weakPasswordMustChange, boolean explainsRefusals) {
  public static final String WEAK_PASSWORD = "weakPassword";
  public static final String ACCEPT = "accept";
  public static final String REQUIRE_NEW = "require-new";

  public static final String REFUSALS = "refusals";
  public static final String ALIKE = "alike";
  public static final String EXPLAINED = "explained";

  /** Returns the settings of the realm's component; the defaults without one. */
  public static FirstLoginSettings of(RealmModel realm) {
    return SluiceComponent.find(realm)
        .map(FirstLoginSettings::of)
        .orElse(new FirstLoginSettings(false, false));
  }

  /**
   * Returns the component's settings, with defaults for missing ones.
   *
   * @throws IllegalArgumentException if a setting has an unknown value
   */
  public static FirstLoginSettings of(ComponentModel component) {
    return new FirstLoginSettings(
        isSecond(component, WEAK_PASSWORD, ACCEPT, REQUIRE_NEW),
        isSecond(component, REFUSALS, ALIKE, EXPLAINED));
  }

  private static boolean isSecond(
      ComponentModel component, String setting, String first, String second) {
    String chosen = component.getConfig().getFirstOrDefault(setting, first);
    if (!chosen.equals(first) && !chosen.equals(second)) {
      throw new IllegalArgumentException(setting + " is neither " + first + " nor " + second);
    }
    return chosen.equals(second);
  }
}
