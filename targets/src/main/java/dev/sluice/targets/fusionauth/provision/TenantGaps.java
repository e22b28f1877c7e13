package dev.sluice.targets.fusionauth.provision;

import dev.sluice.api.pool.PoolInventory;
import java.util.ArrayList;
import java.util.List;

/**
 * What a pool has as a whole that a tenant has not.
 *
 * @param mails whether the tenant is given a mail server
 */
record TenantGaps(PoolInventory pool, PasswordDemands passwords, boolean mails) {

  List<String> all() {
    List<String> lost = new ArrayList<>(passwords.lost());
    lost.add(
        "lockout: after five failures the pool waits a second and doubles it; FusionAuth locks for"
            + " 15 minutes, once you have chosen a user action that prevents logins under \"Failed"
            + " authentication settings\"");
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
              + "): what it has learned stays; FusionAuth's own is a paid feature");
    }
    if (pool.devices() != null) {
      lost.add("remembered devices: people are asked for their second factor once more");
    }
    return lost;
  }

  private void logins(List<String> lost) {
    List<String> aliases = new ArrayList<>(pool.signIn().usernameAttributes());
    aliases.addAll(pool.signIn().aliasAttributes());
    if (aliases.contains("preferred_username")) {
      lost.add("preferred_username as a login: FusionAuth knows one username");
    }
    if (pool.signIn().caseSensitive()) {
      lost.add("usernames that differ by case alone: FusionAuth takes them for one");
    }
    if (pool.signUp().selfSignUp()) {
      lost.add(
          "self sign-up: \"Self-service registration\" of the applications stays off until you close"
              + " sign-up in the pool");
    }
    lost.add("theme and languages: the tenant keeps its own; a pool keeps no choice of languages");
  }

  private void mail(List<String> lost) {
    if (!mails) {
      lost.add("mail server: a pool does not tell it; set target.fusionauth.smtp-host");
    }
    if (pool.signUp().autoVerifiedAttributes().contains("email")) {
      lost.add(
          "verification of email addresses: choose a template for it in the tenant's Email tab, then"
              + " switch it on; FusionAuth lets nobody switch it on without one");
    }
    if (pool.signUp().autoVerifiedAttributes().contains("phone_number")) {
      lost.add("verification of phone numbers: needs a messenger of yours, and a template");
    }
    if (pool.messages().email() != null) {
      lost.add("texts of the pool's mails: put them into email templates");
    }
    lost.add(
        "\"forgot password\": FusionAuth mails links also to addresses that were never verified, and"
            + " does not count that as a verification");
  }

  private void factors(List<String> lost) {
    for (String kind : pool.mfa().kinds()) {
      if (!kind.equals("SOFTWARE_TOKEN")) {
        lost.add(
            "second factor "
                + kind
                + ": needs a template and, for text messages, a messenger; until then people set up"
                + " an authenticator app");
      }
    }
    if (pool.signIn().firstFactors().contains("WEB_AUTHN")) {
      lost.add("passkeys: people register them again, once you switch them on (a paid feature)");
    }
  }
}
