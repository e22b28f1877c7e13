package dev.sluice.targets.keycloak.provision.realm;

import dev.sluice.api.pool.PoolInventory;
import java.util.ArrayList;
import java.util.List;

/** What a pool has as a whole that a realm has not. */
record RealmGaps(PoolInventory pool, boolean mails) {

  List<String> all() {
    List<String> lost = new ArrayList<>(PasswordRules.lost(pool.passwordPolicy()));
    lost.addAll(new SessionTimes(pool.clients()).lost());
    lost.add(
        "lockout: after five failures the pool waits a second and doubles it; Keycloak waits a"
            + " minute more after each five, up to 15 minutes");
    logins(lost);
    mail(lost);
    factors(lost);
    pool.triggers()
        .forEach(trigger ->
            lost.add(
                "Lambda trigger " + trigger.name() + ": not carried over (" + trigger.arn() + ")"));
    if (pool.threatProtection().on()) {
      lost.add(
          "threat protection ("
              + pool.threatProtection().mode()
              + "): Keycloak has brute force protection only");
    }
    if (pool.devices() != null) {
      lost.add("remembered devices: Keycloak remembers none");
    }
    return lost;
  }

  private void logins(List<String> lost) {
    List<String> aliases = new ArrayList<>(pool.signIn().usernameAttributes());
    aliases.addAll(pool.signIn().aliasAttributes());
    if (aliases.contains("phone_number")) {
      lost.add("phone numbers as logins: only through Sluice's own login step");
    }
    if (aliases.contains("preferred_username")) {
      lost.add("preferred_username as a login: Keycloak knows only the username");
    }
    if (pool.signIn().caseSensitive()) {
      lost.add("usernames that differ by case alone: Keycloak keeps all in lower case");
    }
    if (pool.signUp().selfSignUp()) {
      lost.add("self sign-up: \"User registration\" stays off until you close sign-up in the pool");
    }
    lost.add("languages: the pool keeps none; target.keycloak.languages chooses the realm's");
  }

  private void mail(List<String> lost) {
    boolean verifies = pool.signUp().autoVerifiedAttributes().contains("email");
    if (verifies && !mails) {
      lost.add(
          "verification of email addresses: stays off while the realm has no mail server; set"
              + " target.keycloak.smtp-host");
    }
    if (verifies && mails) {
      lost.add(
          "whoever has an unverified address must verify it at the next login; the pool asks only"
              + " at sign-up");
    }
    if (pool.signUp().autoVerifiedAttributes().contains("phone_number")) {
      lost.add("verification of phone numbers: Keycloak sends no text messages by itself");
    }
    if (pool.messages().email() != null) {
      lost.add("texts of the pool's mails: put them into an email theme");
    }
  }

  private void factors(List<String> lost) {
    for (String kind : pool.mfa().kinds()) {
      if (!kind.equals("SOFTWARE_TOKEN")) {
        lost.add(
            "second factor " + kind + ": Keycloak has none by itself, only authenticator apps");
      }
    }
    if (pool.signIn().firstFactors().contains("WEB_AUTHN")) {
      lost.add("passkeys: people register them again, once you switch them on");
    }
  }
}
