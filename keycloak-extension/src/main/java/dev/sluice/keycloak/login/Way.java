package dev.sluice.keycloak.login;

import java.util.Locale;
import org.keycloak.component.ComponentModel;

/** How people move into a realm. */
enum Way {
  /** Profiles are imported, passwords move at the first login. */
  HYBRID,
  /** Each user is created at its first login. */
  SLOW,
  /** Everybody sets a new password: nobody is asked about old ones. */
  BULK;

  static final String SETTING = "way";

  static Way of(ComponentModel component) {
    return valueOf(
        component.getConfig().getFirstOrDefault(SETTING, "hybrid").toUpperCase(Locale.ROOT));
  }

  boolean asksTheGateway() {
    return this != BULK;
  }
}
