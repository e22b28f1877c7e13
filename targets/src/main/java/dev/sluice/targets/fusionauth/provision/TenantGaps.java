package dev.sluice.targets.fusionauth.provision;

import dev.sluice.api.pool.PoolInventory;
import dev.sluice.targets.provision.PoolGap;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Says what a pool has as a whole that a tenant lacks.
 *
 * @param mails whether the tenant is given a mail server
 */
record TenantGaps(PoolInventory pool, PasswordDemands passwords, boolean mails) {
  private static final Map<PoolGap, String> WORDS =
      Map.ofEntries(
          Map.entry(
              PoolGap.LOCKOUT,
              "FusionAuth locks for 15 minutes, once you have chosen a user action that prevents"
                  + " logins under \"Failed authentication settings\""),
          Map.entry(PoolGap.PREFERRED_USERNAME, "FusionAuth knows one username"),
          Map.entry(PoolGap.CASE_SENSITIVE_USERNAMES, "FusionAuth takes them for one"),
          Map.entry(
              PoolGap.SELF_SIGN_UP,
              "\"Self-service registration\" of the applications stays off until you close sign-up"
                  + " in the pool"),
          Map.entry(
              PoolGap.EMAIL_VERIFICATION,
              "choose a template for it in the tenant's Email tab, then switch it on; FusionAuth"
                  + " does not let you switch it on without one"),
          Map.entry(PoolGap.PHONE_VERIFICATION, "needs a messenger of yours, and a template"),
          Map.entry(PoolGap.MAIL_TEXTS, "put them into email templates"),
          Map.entry(
              PoolGap.SECOND_FACTOR,
              "needs a template and, for text messages, a messenger; until then people set up an"
                  + " authenticator app"),
          Map.entry(
              PoolGap.PASSKEYS,
              "people register them again, once you switch them on (a paid feature)"),
          Map.entry(
              PoolGap.THREAT_PROTECTION,
              "what it has learned stays; FusionAuth's own is a paid feature"),
          Map.entry(
              PoolGap.REMEMBERED_DEVICES, "people are asked for their second factor once more"));

  List<String> all() {
    List<String> lost = new ArrayList<>(passwords.lost());
    lost.add("theme and languages: the tenant keeps its own; a pool keeps no choice of languages");
    if (!mails) {
      lost.add("mail server: a pool does not tell it; set target.fusionauth.smtp-host");
    }
    lost.add(
        "\"forgot password\": FusionAuth mails links also to addresses that were never verified, and"
            + " does not count that as a verification");
    lost.addAll(PoolGap.sentences(pool, WORDS));
    return lost;
  }
}
