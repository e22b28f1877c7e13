package dev.sluice.targets.provision;

import dev.sluice.api.pool.PoolInventory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Names what a pool may have as a whole that a target lacks. Each is asked of the pool here, once;
 * a target supplies only the words that end its sentence.
 */
public enum PoolGap {
  LOCKOUT,
  PREFERRED_USERNAME,
  CASE_SENSITIVE_USERNAMES,
  SELF_SIGN_UP,
  EMAIL_VERIFICATION,
  PHONE_VERIFICATION,
  MAIL_TEXTS,
  /** Any second factor but authenticator apps; the same words end the sentence of each. */
  SECOND_FACTOR,
  PASSKEYS,
  THREAT_PROTECTION,
  REMEMBERED_DEVICES;

  /**
   * Returns a sentence for each gap between the pool and a target.
   *
   * @param words how each sentence ends; a gap that the target does not have is left out
   */
  public static List<String> sentences(PoolInventory pool, Map<PoolGap, String> words) {
    List<String> all = new ArrayList<>();
    for (PoolGap gap : values()) {
      String end = words.get(gap);
      if (end != null) {
        gap.beginnings(pool).forEach(beginning -> all.add(beginning + " " + end));
      }
    }
    pool.triggers()
        .forEach(trigger ->
            all.add(
                "Lambda trigger " + trigger.name() + ": not carried over (" + trigger.arn() + ")"));
    return all;
  }

  /** Returns everything but the username with which the pool's users may log in. */
  public static Stream<String> logins(PoolInventory pool) {
    return Stream.concat(
        pool.signIn().usernameAttributes().stream(), pool.signIn().aliasAttributes().stream());
  }

  /** Returns how the sentences begin; none if the pool has no such thing. */
  private Stream<String> beginnings(PoolInventory pool) {
    return switch (this) {
      case LOCKOUT ->
          Stream.of("lockout: after five failures the pool waits a second and doubles it;");
      case PREFERRED_USERNAME ->
          told(
              logins(pool).anyMatch("preferred_username"::equals),
              "preferred_username as a login:");
      case CASE_SENSITIVE_USERNAMES ->
          told(pool.signIn().caseSensitive(), "usernames that differ by case alone:");
      case SELF_SIGN_UP -> told(pool.signUp().selfSignUp(), "self sign-up:");
      case EMAIL_VERIFICATION -> told(verifies(pool, "email"), "verification of email addresses:");
      case PHONE_VERIFICATION ->
          told(verifies(pool, "phone_number"), "verification of phone numbers:");
      case MAIL_TEXTS -> told(pool.messages().email() != null, "texts of the pool's mails:");
      case SECOND_FACTOR ->
          pool.mfa().kinds().stream()
              .filter(kind -> !kind.equals("SOFTWARE_TOKEN"))
              .map(kind -> "second factor " + kind + ":");
      case PASSKEYS -> told(pool.signIn().firstFactors().contains("WEB_AUTHN"), "passkeys:");
      case THREAT_PROTECTION ->
          told(
              pool.threatProtection().on(),
              "threat protection (" + pool.threatProtection().mode() + "):");
      case REMEMBERED_DEVICES -> told(pool.devices() != null, "remembered devices:");
    };
  }

  private static boolean verifies(PoolInventory pool, String attribute) {
    return pool.signUp().autoVerifiedAttributes().contains(attribute);
  }

  private static Stream<String> told(boolean found, String beginning) {
    return found ? Stream.of(beginning) : Stream.empty();
  }
}
