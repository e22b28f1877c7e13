package dev.sluice.keycloak.login;

import dev.sluice.keycloak.SluiceComponent;
import org.keycloak.component.ComponentModel;
import org.keycloak.models.RealmModel;

/**
 * What the operator has chosen for first logins.
 *
 * @param weakPasswordMustChange whether a proven password that the realm's policy forbids lets in
 *     only to choose a new one
 * @param explainsRefusals whether the old system's reasons are told to whoever typed any password
 */
record Choices(boolean weakPasswordMustChange, boolean explainsRefusals) {
  static final String WEAK_PASSWORD = "weakPassword";
  static final String ACCEPT = "accept";
  static final String REQUIRE_NEW = "require-new";

  static final String REFUSALS = "refusals";
  static final String ALIKE = "alike";
  static final String EXPLAINED = "explained";

  /** As the realm's component says; without one as by default. */
  static Choices of(RealmModel realm) {
    return SluiceComponent.find(realm).map(Choices::of).orElse(new Choices(false, false));
  }

  /**
   * As the component says; what it does not say is as by default.
   *
   * @throws IllegalArgumentException when it says what is no choice
   */
  static Choices of(ComponentModel component) {
    return new Choices(
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
