package dev.sluice.targets.keycloak.provision.realm;

import dev.sluice.api.Secret;
import dev.sluice.api.pool.PoolInventory;
import dev.sluice.api.pool.signin.RecoveryMechanism;
import dev.sluice.api.target.provision.ProvisionRequest;
import dev.sluice.targets.keycloak.api.KeycloakOptions;
import dev.sluice.targets.provision.DesiredObject;
import dev.sluice.targets.provision.OwnershipTag;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The realm's own settings, derived from the pool's configuration. */
public final class RealmSettings {
  /** The settings that have their own messages for an owner's realm. */
  private static final List<String> NEEDED =
      List.of("loginWithEmailAllowed", "duplicateEmailsAllowed");

  private final KeycloakOptions options;
  private final ProvisionRequest request;
  private final PoolInventory pool;

  public RealmSettings(KeycloakOptions options, ProvisionRequest request) {
    this.options = options;
    this.request = request;
    this.pool = request.pool();
  }

  /**
   * Returns the desired realm.
   *
   * @param found the realm, or missing
   */
  public DesiredObject desired(JsonNode found) {
    boolean mails = options.smtp().isPresent() || hasMailServer(found);
    ObjectNode kept = kept(mails);
    if (!found.isMissingNode() && !isOurs(found)) {
      kept.remove(NEEDED);
    }
    return new DesiredObject(
        "realm",
        options.realm(),
        "pool " + pool.pool().id(),
        kept,
        once(),
        new RealmGaps(pool, mails, selfRecovery() && !mails, request.mode()).all());
  }

  private static boolean hasMailServer(JsonNode realm) {
    return !realm.path("smtpServer").path("host").asString("").isBlank();
  }

  private ObjectNode kept(boolean mails) {
    ObjectNode realm = JsonMapper.shared().createObjectNode();
    realm.put("passwordPolicy", PasswordRules.of(pool.passwordPolicy()));
    realm.put("bruteForceProtected", true);
    // Cognito locks after five (developer guide, lockout behaviour).
    realm.put("failureFactor", 5);
    realm.put("loginWithEmailAllowed", request.loginWithEmail());
    // Users may share an address in a pool if it is no login; Keycloak must allow it explicitly.
    realm.put("duplicateEmailsAllowed", !request.loginWithEmail());
    // A page that promises a mail that nobody sends is worse than none.
    realm.put("resetPasswordAllowed", selfRecovery() && mails);
    boolean emailIsUsername = Logins.emailIsUsername(pool) && request.loginWithEmail();
    realm.put("registrationEmailAsUsername", emailIsUsername);
    if (emailIsUsername) {
      // Otherwise Keycloak lets nobody change the own address.
      realm.put("editUsernameAllowed", true);
    }
    realm.put("verifyEmail", verifiesEmail());
    new SessionTimes(pool.clients()).addTo(realm);
    authenticatorApps(realm);
    ObjectNode attributes = realm.putObject("attributes").put(OwnershipTag.FROM, pool.pool().id());
    options
        .smtp()
        .ifPresent(smtp -> {
          realm.set("smtpServer", RealmMail.json(smtp));
          Optional.ofNullable(smtp.password())
              .ifPresent(password -> attributes.put(OwnershipTag.SECRET, fingerprint(password)));
        });
    return realm;
  }

  /** Sets the OTP policy to that of authenticator apps for Cognito's codes. */
  private void authenticatorApps(ObjectNode realm) {
    if (pool.mfa().on()) {
      realm.put("otpPolicyType", "totp");
      realm.put("otpPolicyAlgorithm", "HmacSHA1");
      realm.put("otpPolicyDigits", 6);
      realm.put("otpPolicyPeriod", 30);
    }
  }

  private ObjectNode once() {
    ObjectNode realm = JsonMapper.shared().createObjectNode();
    realm.put("realm", options.realm());
    realm.put("enabled", true);
    realm.put("registrationAllowed", false);
    realm.put("displayName", pool.pool().name());
    return realm;
  }

  private boolean selfRecovery() {
    List<RecoveryMechanism> ways = pool.accountRecovery();
    return ways.isEmpty() || ways.stream().anyMatch(way -> !way.name().equals("admin_only"));
  }

  /**
   * Tells whether to verify addresses; without a mail server, users with an unverified address
   * could not log in.
   */
  private boolean verifiesEmail() {
    return options.smtp().isPresent() && pool.signUp().autoVerifiedAttributes().contains("email");
  }

  private String fingerprint(Secret password) {
    return OwnershipTag.ofSecret(request.gatewayToken(), password);
  }

  /** Returns what the owner must do so that users can log in at all. */
  public List<String> needed(JsonNode found) {
    String realm = options.realm();
    boolean loginWithEmail = request.loginWithEmail() && !isOurs(found);
    List<String> needed = new ArrayList<>();
    if (!found.path("enabled").asBoolean(false)) {
      needed.add("enable realm \"" + realm + "\": no user can log in to it");
    }
    if (loginWithEmail && found.path("duplicateEmailsAllowed").asBoolean(false)) {
      needed.add(
          "turn \"Duplicate emails\" off in realm \""
              + realm
              + "\": while it is on, users cannot log in with an email address as they do in the"
              + " user pool");
    } else if (loginWithEmail && !found.path("loginWithEmailAllowed").asBoolean(false)) {
      needed.add(
          "turn \"Login with email\" on in realm \""
              + realm
              + "\": users log in to the user pool with their email address");
    }
    return needed;
  }

  private boolean isOurs(JsonNode realm) {
    return OwnershipTag.isOn(realm, pool.pool().id());
  }
}
