package dev.sluice.migration.assess.found;

import dev.sluice.api.source.SecondFactor;
import java.util.Set;

/** Which second factors a user has set up. */
public enum FactorKind {
  NONE,
  /** An authenticator app. */
  TOTP,
  SMS,
  EMAIL,
  SEVERAL;

  public static FactorKind of(Set<SecondFactor> factors) {
    if (factors.isEmpty()) {
      return NONE;
    }
    return factors.size() > 1
        ? SEVERAL
        : switch (factors.iterator().next()) {
          case TOTP -> TOTP;
          case SMS -> SMS;
          case EMAIL -> EMAIL;
          case NONE -> NONE;
          case CHOICE, SETUP, DEVICE -> SEVERAL;
        };
  }
}
