package dev.sluice.targets.keycloak.provision.realm;

import dev.sluice.api.MigrationMode;
import dev.sluice.api.pool.PoolInventory;
import dev.sluice.targets.provision.PoolGap;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Says what a pool has as a whole that a realm lacks.
 *
 * @param mails whether the realm has a mail server or is given one
 * @param noResets whether "Forgot password" stays off for want of one
 */
record RealmGaps(PoolInventory pool, boolean mails, boolean noResets, MigrationMode mode) {
  private static final String PHONE = "phone_number";
  private static final Map<PoolGap, String> WORDS =
      Map.ofEntries(
          Map.entry(
              PoolGap.LOCKOUT, "Keycloak waits a minute more after each five, up to 15 minutes"),
          Map.entry(
              PoolGap.PREFERRED_USERNAME,
              "only through Sluice's own login step, in the same letters; users cannot change it themselves"),
          Map.entry(PoolGap.CASE_SENSITIVE_USERNAMES, "Keycloak keeps all in lower case"),
          Map.entry(
              PoolGap.SELF_SIGN_UP,
              "\"User registration\" stays off until you close sign-up in the pool"),
          Map.entry(PoolGap.PHONE_VERIFICATION, "Keycloak sends no text messages by itself"),
          Map.entry(PoolGap.MAIL_TEXTS, "put them into an email theme"),
          Map.entry(PoolGap.SECOND_FACTOR, "Keycloak has none by itself, only authenticator apps"),
          Map.entry(PoolGap.PASSKEYS, "people register them again, once you switch them on"),
          Map.entry(PoolGap.THREAT_PROTECTION, "Keycloak has brute force protection only"),
          Map.entry(PoolGap.REMEMBERED_DEVICES, "Keycloak remembers none"));

  List<String> all() {
    List<String> lost = new ArrayList<>(PasswordRules.lost(pool.passwordPolicy()));
    lost.addAll(new SessionTimes(pool.clients()).lost());
    if (PoolGap.logins(pool).anyMatch(PHONE::equals)) {
      lost.add("phone numbers as logins: only through Sluice's own login step");
    }
    if (noResets) {
      lost.add(
          "\"Forgot password\": stays off while the realm has no mail server; set"
              + " target.keycloak.smtp-host"
              + (mode == MigrationMode.BULK
                  ? ". Until then no user can set the new password that mode: bulk needs"
                  : ""));
    }
    switch (Logins.of(pool)) {
      case PHONE ->
          lost.add("sign-up: asks for a username, in which people type their phone number");
      case EMAIL_OR_PHONE ->
          lost.add(
              "sign-up: asks for a username, in which people type their email address or phone"
                  + " number");
      case EMAIL -> {
        if (!Logins.emailIsUsername(pool)) {
          lost.add(
              "sign-up: asks for a username, in which people type their email address; \"Email as"
                  + " username\" is off, because Keycloak would then refuse users of identity"
                  + " providers who have no address");
        }
      }
      case USERNAME -> {
        // As in the pool.
      }
    }
    if (pool.schema().stream().anyMatch(each -> each.required() && each.name().equals(PHONE))) {
      lost.add("phone_number: required in the pool; sign-up here does not ask for it");
    }
    lost.add("languages: the pool keeps none; target.keycloak.languages chooses the realm's");
    lost.addAll(PoolGap.sentences(pool, words()));
    return lost;
  }

  private Map<PoolGap, String> words() {
    Map<PoolGap, String> words = new EnumMap<>(WORDS);
    words.put(
        PoolGap.EMAIL_VERIFICATION,
        mails
            ? "users with an unverified one must verify it at the next login; the pool asks only at"
                + " sign-up"
            : "stays off while the realm has no mail server; set target.keycloak.smtp-host");
    return words;
  }
}
