package dev.sluice.targets.keycloak.provision.realm;

import dev.sluice.api.pool.signin.PasswordPolicy;
import java.util.ArrayList;
import java.util.List;

/** Translates the pool's password policy for Keycloak. Old passwords are not checked against it. */
final class PasswordRules {
  private PasswordRules() {}

  /** Returns the realm's field {@code passwordPolicy}. */
  static String of(PasswordPolicy policy) {
    List<String> rules = new ArrayList<>();
    rules.add("length(" + policy.minimumLength() + ")");
    addIf(policy.requireUppercase(), "upperCase(1)", rules);
    addIf(policy.requireLowercase(), "lowerCase(1)", rules);
    addIf(policy.requireNumbers(), "digits(1)", rules);
    addIf(policy.requireSymbols(), "specialChars(1)", rules);
    addIf(policy.historySize() > 0, "passwordHistory(" + policy.historySize() + ")", rules);
    return String.join(" and ", rules);
  }

  static List<String> lost(PasswordPolicy policy) {
    List<String> lost = new ArrayList<>();
    addIf(
        policy.requireSymbols(),
        "symbols: Keycloak accepts any character that is neither a letter nor a digit, more than"
            + " the pool's list",
        lost);
    addIf(
        policy.historySize() > 0,
        "password history: former passwords stay in the pool; Keycloak's history begins with the"
            + " first password that it stores",
        lost);
    lost.add(
        ("temporary passwords are valid for %d days in the pool, and in Keycloak until they are"
                + " replaced")
            .formatted(policy.temporaryPasswordValidityDays()));
    return lost;
  }

  private static void addIf(boolean holds, String text, List<String> to) {
    if (holds) {
      to.add(text);
    }
  }
}
