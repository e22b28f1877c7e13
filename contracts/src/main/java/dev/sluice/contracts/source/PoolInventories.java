package dev.sluice.contracts.source;

import dev.sluice.api.Secret;
import dev.sluice.api.pool.IdentityPool;
import dev.sluice.api.pool.IdentityProvider;
import dev.sluice.api.pool.LambdaTrigger;
import dev.sluice.api.pool.PoolDomain;
import dev.sluice.api.pool.PoolGroup;
import dev.sluice.api.pool.PoolIdentity;
import dev.sluice.api.pool.PoolInventory;
import dev.sluice.api.pool.PoolPart;
import dev.sluice.api.pool.SchemaAttribute;
import dev.sluice.api.pool.UnreadPart;
import dev.sluice.api.pool.branding.Branding;
import dev.sluice.api.pool.branding.ClassicStyle;
import dev.sluice.api.pool.branding.ManagedLoginStyle;
import dev.sluice.api.pool.branding.StyleAsset;
import dev.sluice.api.pool.client.AppClient;
import dev.sluice.api.pool.client.OAuthSettings;
import dev.sluice.api.pool.client.ResourceScope;
import dev.sluice.api.pool.client.ResourceServer;
import dev.sluice.api.pool.client.TokenSettings;
import dev.sluice.api.pool.message.EmailSender;
import dev.sluice.api.pool.message.MessageTemplate;
import dev.sluice.api.pool.message.Messages;
import dev.sluice.api.pool.message.SmsSender;
import dev.sluice.api.pool.signin.DeviceTracking;
import dev.sluice.api.pool.signin.MfaSettings;
import dev.sluice.api.pool.signin.PasswordPolicy;
import dev.sluice.api.pool.signin.RecoveryMechanism;
import dev.sluice.api.pool.signin.RiskConfiguration;
import dev.sluice.api.pool.signin.SignInSettings;
import dev.sluice.api.pool.signin.SignUpSettings;
import dev.sluice.api.pool.signin.ThreatProtection;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Made-up configurations of pools. */
public final class PoolInventories {
  private static final Instant MADE = Instant.parse("2019-03-04T05:06:07Z");
  private static final Instant CHANGED = Instant.parse("2025-08-09T10:11:12.130Z");
  private static final MessageTemplate NO_TEXT = new MessageTemplate(null, null, null);

  private PoolInventories() {}

  /** Returns a pool with all defaults: usernames, no clients, nothing else. */
  public static PoolInventory plain() {
    return new PoolInventory(
        new PoolIdentity(
            "eu-north-1_FakePool1", "fake pool", null, null, null, null, 0, false, Map.of()),
        List.of(new SchemaAttribute("email", "String", false, true, false, "0", "2048")),
        new SignInSettings(List.of(), List.of(), false, List.of("PASSWORD"), null, null),
        new SignUpSettings(true, List.of(), List.of()),
        new PasswordPolicy(8, true, true, true, true, 0, 7),
        new MfaSettings("OFF", List.of()),
        List.of(),
        new Messages(null, NO_TEXT, NO_TEXT, NO_TEXT, NO_TEXT, null, null),
        List.of(),
        null,
        new ThreatProtection("OFF", null, List.of()),
        List.of(),
        new Branding(List.of(), List.of()),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }

  /** Returns a pool that has everything, with no value at its default. */
  public static PoolInventory everything() {
    return new PoolInventory(
        identity(),
        List.of(
            new SchemaAttribute("email", "String", true, true, false, "5", "120"),
            new SchemaAttribute("custom:seats", "Number", false, true, false, "1", "5000"),
            new SchemaAttribute("dev:custom:risk", "String", true, true, true, "1", "9")),
        new SignInSettings(
            List.of("email"),
            List.of("preferred_username"),
            true,
            List.of("PASSWORD", "WEB_AUTHN"),
            "login.tannhauser.example",
            "required"),
        new SignUpSettings(true, List.of("email"), List.of("phone_number")),
        new PasswordPolicy(11, true, true, true, true, 5, 3),
        new MfaSettings("OPTIONAL", List.of("SMS", "SOFTWARE_TOKEN")),
        List.of(new RecoveryMechanism("verified_phone_number", 2)),
        messages(),
        List.of(new LambdaTrigger("PreTokenGeneration", arn("lambda", "function:claims"), "V2_0")),
        new DeviceTracking(true, true),
        new ThreatProtection("ENFORCED", "AUDIT", List.of(risk())),
        List.of(
            new PoolDomain(
                "login.tannhauser.example",
                true,
                "ACTIVE",
                "arn:aws:acm:us-east-1:123456789012:certificate/7d",
                "d111.cloudfront.net",
                2)),
        branding(),
        List.of(client()),
        List.of(
            new ResourceServer(
                "https://orders.example",
                "Orders",
                List.of(new ResourceScope("read", "See orders")))),
        List.of(provider()),
        List.of(new PoolGroup("admins", "They may", 3, "arn:aws:iam::123456789012:role/admins")),
        List.of(
            new IdentityPool(
                "eu-west-1:0f1e2d3c-1111-2222-3333-444455556666",
                "uploads",
                List.of("5pmi4ct0o4n6ulqj7vlnkm6nhh"),
                true,
                "arn:aws:iam::123456789012:role/uploader",
                "arn:aws:iam::123456789012:role/visitor")),
        List.of(
            new UnreadPart(
                PoolPart.DOMAINS, "login.tannhauser.example", "Access denied: allow it.")));
  }

  private static PoolIdentity identity() {
    return new PoolIdentity(
        "eu-west-1_Ab12Cd34E",
        "tannhäuser",
        arn("cognito-idp", "userpool/eu-west-1_Ab12Cd34E"),
        MADE,
        CHANGED,
        "PLUS",
        40_000_000_001L,
        true,
        Map.of("team", "identity"));
  }

  private static Messages messages() {
    return new Messages(
        "CONFIRM_WITH_LINK",
        template("code"),
        template("link"),
        template("invitation"),
        template("factor"),
        new EmailSender(
            "DEVELOPER",
            "Tannhäuser <login@tannhauser.example>",
            "help@tannhauser.example",
            arn("ses", "identity/tannhauser.example"),
            "logins"),
        new SmsSender("arn:aws:iam::123456789012:role/sms", "tannhauser", "eu-central-1"));
  }

  private static MessageTemplate template(String of) {
    return new MessageTemplate(of + " subject", of + " email {####}", of + " text {####}");
  }

  private static RiskConfiguration risk() {
    return new RiskConfiguration(
        "5pmi4ct0o4n6ulqj7vlnkm6nhh",
        "BLOCK",
        Map.of("HIGH", "BLOCK", "MEDIUM", "MFA_REQUIRED"),
        List.of("192.0.2.0/24"),
        List.of("198.51.100.0/24"));
  }

  private static Branding branding() {
    return new Branding(
        List.of(
            new ClassicStyle(
                "5pmi4ct0o4n6ulqj7vlnkm6nhh", ".banner-customizable {}", "https://cdn.example/l")),
        List.of(
            new ManagedLoginStyle(
                "5pmi4ct0o4n6ulqj7vlnkm6nhh",
                true,
                "{\"components\":{}}",
                List.of(new StyleAsset("FORM_LOGO", "DARK", "PNG", "iVBORw0KGgo=")))));
  }

  private static AppClient client() {
    return new AppClient(
        "5pmi4ct0o4n6ulqj7vlnkm6nhh",
        "web shop",
        true,
        new Secret("client-secret-not-to-be-shown"),
        MADE,
        CHANGED,
        List.of("ALLOW_USER_SRP_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"),
        new OAuthSettings(
            true,
            List.of("code", "implicit", "client_credentials"),
            List.of("openid", "https://orders.example/read"),
            List.of("https://shop.example/in"),
            List.of("https://shop.example/out"),
            "https://shop.example/in"),
        new TokenSettings(
            Duration.ofMinutes(17),
            Duration.ofMinutes(23),
            Duration.ofDays(45),
            Duration.ofMinutes(4),
            true,
            Duration.ofSeconds(41)),
        List.of("email", "custom:seats"),
        List.of("email"),
        List.of("COGNITO", "workforce"),
        true,
        true);
  }

  private static IdentityProvider provider() {
    return new IdentityProvider(
        "workforce",
        "OIDC",
        Map.of("client_id", "sluice", "oidc_issuer", "https://login.workforce.example"),
        Map.of("client_secret", new Secret("provider-secret-not-to-be-shown")),
        Map.of("email", "mail", "username", "sub"),
        List.of("workforce.example"),
        MADE,
        CHANGED);
  }

  private static String arn(String service, String rest) {
    return "arn:aws:" + service + ":eu-west-1:123456789012:" + rest;
  }
}
