package dev.sluice.app.assess.text;

import dev.sluice.api.pool.PoolInventory;
import dev.sluice.api.pool.signin.PasswordPolicy;
import dev.sluice.api.pool.signin.RecoveryMechanism;
import dev.sluice.api.pool.signin.SignInSettings;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Describes logins, passwords, sign-up and recovery. */
final class LoginSettings {
  private LoginSettings() {}

  static List<Setting> of(PoolInventory pool) {
    SignInSettings signIn = pool.signIn();
    List<Setting> all =
        new ArrayList<>(
            List.of(
                new Setting(
                    "Login",
                    signIn.usernameAttributes().isEmpty()
                        ? List.of("username")
                        : signIn.usernameAttributes()),
                new Setting("Aliases, once verified", signIn.aliasAttributes()),
                Setting.of("Case of usernames", signIn.caseSensitive() ? "significant" : "ignored"),
                new Setting("First factors", signIn.firstFactors()),
                new Setting("Password policy", passwords(pool.passwordPolicy())),
                Setting.of(
                    "Sign-up",
                    pool.signUp().selfSignUp() ? "open to anyone" : "by administrators only"),
                new Setting("Verified at sign-up", pool.signUp().autoVerifiedAttributes()),
                new Setting(
                    "Kept until the new one is verified", pool.signUp().verifiedBeforeUpdate()),
                new Setting("Forgotten passwords", recovery(pool))));
    if (signIn.webAuthnRelyingParty() != null) {
      all.add(
          Setting.of(
              "Passkeys",
              "for " + signIn.webAuthnRelyingParty(),
              "user verification: " + PoolSettings.told(signIn.webAuthnUserVerification())));
    }
    return all;
  }

  private static List<String> passwords(PasswordPolicy policy) {
    List<String> rules = new ArrayList<>();
    rules.add("at least " + policy.minimumLength() + " characters");
    rule(rules, policy.requireUppercase(), "an upper-case letter");
    rule(rules, policy.requireLowercase(), "a lower-case letter");
    rule(rules, policy.requireNumbers(), "a number");
    rule(rules, policy.requireSymbols(), "a symbol");
    rule(rules, policy.historySize() > 0, "none of the last " + policy.historySize());
    return List.of(
        String.join(", ", rules),
        "temporary passwords are valid for " + policy.temporaryPasswordValidityDays() + " days");
  }

  private static void rule(List<String> rules, boolean required, String rule) {
    if (required) {
      rules.add(rule);
    }
  }

  private static List<String> recovery(PoolInventory pool) {
    return pool.accountRecovery().stream()
        .sorted(Comparator.comparingInt(RecoveryMechanism::priority))
        .map(each -> each.priority() + ". " + each.name())
        .toList();
  }
}
