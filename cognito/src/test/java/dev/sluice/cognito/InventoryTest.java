package dev.sluice.cognito;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.api.Secret;
import dev.sluice.api.pool.IdentityPool;
import dev.sluice.api.pool.IdentityProvider;
import dev.sluice.api.pool.LambdaTrigger;
import dev.sluice.api.pool.PoolDomain;
import dev.sluice.api.pool.PoolGroup;
import dev.sluice.api.pool.PoolInventory;
import dev.sluice.api.pool.PoolPart;
import dev.sluice.api.pool.SchemaAttribute;
import dev.sluice.api.pool.UnreadPart;
import dev.sluice.api.pool.branding.ClassicStyle;
import dev.sluice.api.pool.client.AppClient;
import dev.sluice.api.pool.client.ResourceScope;
import dev.sluice.api.pool.message.EmailSender;
import dev.sluice.api.pool.message.SmsSender;
import dev.sluice.api.pool.signin.DeviceTracking;
import dev.sluice.api.pool.signin.MfaSettings;
import dev.sluice.api.pool.signin.PasswordPolicy;
import dev.sluice.api.pool.signin.RecoveryMechanism;
import dev.sluice.api.pool.signin.RiskConfiguration;
import dev.sluice.api.source.SourceException;
import dev.sluice.cognito.call.CognitoOptions;
import dev.sluice.rehearsal.RehearsalOptions;
import dev.sluice.rehearsal.RehearsalPool;
import dev.sluice.rehearsal.fault.Fault;
import dev.sluice.rehearsal.quota.Quotas;
import dev.sluice.rehearsal.wire.Permissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A pool's whole configuration, as the rehearsal pool has it. */
class InventoryTest {
  private static final RehearsalOptions OPTIONS =
      RehearsalOptions.standard()
          .withUsers(321)
          .withSeed(5)
          .withGroups(70)
          .withRegion("ca-central-1")
          .withQuotas(Quotas.off());
  private static final String ROLE = "arn:aws:iam::000000000000:role/rehearsal-";
  private static RehearsalPool pool;
  private static PoolInventory read;

  @BeforeAll
  static void readEverything() {
    pool = RehearsalPool.start(OPTIONS);
    read = inventory(pool);
  }

  @AfterAll
  static void stop() {
    pool.close();
  }

  @Test
  void everything_could_be_read_and_nobody_was_billed() {
    assertThat(read.unread()).isEmpty();
    assertThat(pool.calls().of("AdminGetUser")).isZero();
    assertThat(pool.calls().byError()).containsOnlyKeys("ResourceNotFoundException");
  }

  @Test
  void the_pool_says_who_and_what_it_is() {
    assertThat(read.pool().id()).isEqualTo("ca-central-1_Rehearse1");
    assertThat(read.pool().name()).isEqualTo("rehearsal");
    assertThat(read.pool().arn())
        .isEqualTo("arn:aws:cognito-idp:ca-central-1:000000000000:userpool/ca-central-1_Rehearse1");
    assertThat(read.pool().tier()).isEqualTo("PLUS");
    assertThat(read.pool().estimatedUsers()).isEqualTo(321);
    assertThat(read.pool().deletionProtection()).isTrue();
    assertThat(read.pool().createdAt()).isEqualTo(Instant.parse("2018-03-01T08:00:00Z"));
    assertThat(read.pool().tags()).containsEntry("purpose", "rehearsal");
  }

  @Test
  void attributes_come_with_their_bounds() {
    assertThat(read.schema())
        .contains(
            new SchemaAttribute("custom:customer_id", "String", false, false, false, "1", "64"),
            new SchemaAttribute("custom:score", "Number", false, true, false, "0", "1000"),
            new SchemaAttribute("email_verified", "Boolean", false, true, false, null, null));
    assertThat(read.schema().stream().filter(SchemaAttribute::custom)).hasSize(4);
  }

  @Test
  void how_people_sign_in_and_up_is_told() {
    assertThat(read.signIn().aliasAttributes()).containsExactly("email", "phone_number");
    assertThat(read.signIn().usernameAttributes()).isEmpty();
    assertThat(read.signIn().caseSensitive()).isTrue();
    assertThat(read.signIn().webAuthnRelyingParty()).isEqualTo("login.example.com");
    assertThat(read.signUp().selfSignUp()).isTrue();
    assertThat(read.signUp().autoVerifiedAttributes()).containsExactly("email");
    assertThat(read.signUp().verifiedBeforeUpdate()).containsExactly("email");
    assertThat(read.passwordPolicy())
        .isEqualTo(new PasswordPolicy(8, true, true, true, true, 4, 7));
    assertThat(read.mfa())
        .isEqualTo(new MfaSettings("OPTIONAL", List.of("SMS", "SOFTWARE_TOKEN", "EMAIL")));
    assertThat(read.accountRecovery())
        .containsExactly(
            new RecoveryMechanism("verified_email", 1),
            new RecoveryMechanism("verified_phone_number", 2));
    assertThat(read.devices()).isEqualTo(new DeviceTracking(true, true));
  }

  @Test
  void texts_and_senders_are_told() {
    assertThat(read.messages().code().emailSubject()).isEqualTo("Confirm your address");
    assertThat(read.messages().link().emailMessage()).contains("{##here##}");
    assertThat(read.messages().invitation().smsMessage()).isEqualTo("{username} {####}");
    assertThat(read.messages().secondFactor().emailSubject()).isEqualTo("Your code");
    assertThat(read.messages().email())
        .isEqualTo(
            new EmailSender(
                "DEVELOPER",
                "Rehearsal <login@example.com>",
                "help@example.com",
                "arn:aws:ses:eu-west-1:000000000000:identity/example.com",
                "rehearsal"));
    assertThat(read.messages().sms())
        .isEqualTo(new SmsSender(ROLE + "sms", "rehearsal", "eu-west-1"));
  }

  @Test
  void each_trigger_is_told_once_by_its_name() {
    assertThat(read.triggers())
        .extracting(LambdaTrigger::name)
        .containsExactlyInAnyOrder(
            "PreSignUp", "PostConfirmation", "CustomMessage", "PreTokenGeneration");
    assertThat(read.triggers())
        .contains(
            new LambdaTrigger(
                "PreTokenGeneration",
                "arn:aws:lambda:eu-west-1:000000000000:function:rehearsal-claims",
                "V2_0"));
  }

  @Test
  void risks_are_those_of_the_pool_and_of_the_client_that_has_its_own() {
    assertThat(read.threatProtection().mode()).isEqualTo("AUDIT");
    assertThat(read.threatProtection().risks())
        .containsExactly(
            new RiskConfiguration(
                null,
                "BLOCK",
                Map.of("LOW", "NO_ACTION", "MEDIUM", "MFA_IF_CONFIGURED", "HIGH", "MFA_REQUIRED"),
                List.of("192.0.2.0/24"),
                List.of("198.51.100.0/24")),
            new RiskConfiguration(
                pool.publicClientId(), null, Map.of("HIGH", "BLOCK"), List.of(), List.of()));
  }

  @Test
  void both_domains_are_told() {
    assertThat(read.domains())
        .containsExactly(
            new PoolDomain("rehearsal", false, "ACTIVE", null, "d0000.cloudfront.example.com", 2),
            new PoolDomain(
                "login.example.com",
                true,
                "ACTIVE",
                "arn:aws:acm:us-east-1:000000000000:certificate/rehearsal",
                "d1111.cloudfront.example.com",
                2));
  }

  @Test
  void looks_are_told_once_and_with_numbers_as_numbers() {
    assertThat(read.branding().classic())
        .extracting(ClassicStyle::clientId)
        .containsExactly(null, pool.publicClientId());
    assertThat(read.branding().managedLogin())
        .singleElement()
        .satisfies(style -> {
          assertThat(style.clientId()).isEqualTo(pool.clientId());
          assertThat(style.settings())
              .isEqualTo(
                  "{\"components\":{\"pageBackground\":{\"image\":{\"enabled\":true}}},"
                      + "\"radius\":8.5}");
          assertThat(style.assets().getFirst().base64()).isEqualTo("iVBORw0KGgo=");
        });
  }

  @Test
  void clients_are_told_with_their_secret_and_the_units_of_their_tokens_resolved() {
    AppClient withSecret = client(pool.clientId());
    assertThat(withSecret.secret()).extracting(Secret::reveal).isEqualTo(pool.clientSecret());
    assertThat(withSecret.tokens().access()).isEqualTo(Duration.ofMinutes(60));
    assertThat(withSecret.tokens().refresh()).isEqualTo(Duration.ofDays(30));
    assertThat(withSecret.readAttributes()).contains("custom:plan");
    assertThat(withSecret.oauth().defaultRedirectUri())
        .isEqualTo("https://app.example.com/callback");

    AppClient open = client(pool.publicClientId());
    assertThat(open.confidential()).isFalse();
    assertThat(open.oauth().grants()).containsExactly("code", "implicit");
    assertThat(open.tokens().access()).isEqualTo(Duration.ofMinutes(5));
    assertThat(open.tokens().id()).isEqualTo(Duration.ofHours(12));
    assertThat(open.tokens().refresh()).isEqualTo(Duration.ofHours(36));
    assertThat(open.tokens().session()).isEqualTo(Duration.ofMinutes(4));
    assertThat(open.tokenRevocation()).isFalse();
    assertThat(open.preventUserExistenceErrors()).isTrue();
  }

  @Test
  void secrets_of_providers_are_apart_from_their_settings() {
    assertThat(read.identityProviders()).hasSize(6);
    IdentityProvider oidc =
        read.identityProviders().stream()
            .filter(each -> each.type().equals("OIDC"))
            .findFirst()
            .orElseThrow();
    assertThat(oidc.details())
        .containsEntry("oidc_issuer", "https://partneroidc.example.com")
        .doesNotContainKey("client_secret");
    assertThat(oidc.secrets().get("client_secret"))
        .extracting(Secret::reveal)
        .isEqualTo("made-up-oidc-secret");
    assertThat(oidc.attributeMapping()).containsEntry("username", "sub");
  }

  @Test
  void groups_of_more_than_one_page_come_with_their_roles() {
    assertThat(read.groups()).hasSize(70);
    assertThat(read.groups()).extracting(PoolGroup::roleArn).contains(ROLE + "2", ROLE + "68");
    assertThat(read.resourceServers())
        .singleElement()
        .satisfies(server ->
            assertThat(server.scopes()).contains(new ResourceScope("orders.read", "Read orders")));
  }

  @Test
  void only_identity_pools_that_trust_this_pool_are_told() {
    String id = "ca-central-1:00000000-0000-4000-8000-00000000000";
    assertThat(read.identityPools())
        .containsExactly(
            new IdentityPool(
                id + "0", "uploads", List.of(pool.clientId()), false, ROLE + "uploader", null),
            new IdentityPool(
                id + "1",
                "kiosk",
                List.of(pool.clientId(), pool.publicClientId()),
                true,
                ROLE + "kiosk",
                ROLE + "visitor"));
  }

  @Test
  void a_part_that_is_not_allowed_is_told_with_the_action_to_grant_and_the_rest_is_read() {
    Set<String> allowed =
        Set.of(
            "cognito-idp:DescribeUserPool",
            "cognito-idp:ListUserPoolClients",
            "cognito-idp:ListGroups");
    try (RehearsalPool tight =
        RehearsalPool.start(OPTIONS.withPermissions(Permissions.only(allowed)))) {
      PoolInventory partly = inventory(tight);

      assertThat(partly.groups()).hasSize(70);
      assertThat(partly.read(PoolPart.GROUPS)).isTrue();
      assertThat(partly.unread())
          .extracting(UnreadPart::part)
          .containsExactly(
              PoolPart.MFA,
              PoolPart.THREAT_PROTECTION,
              PoolPart.DOMAINS,
              PoolPart.CLASSIC_BRANDING,
              PoolPart.MANAGED_LOGIN_BRANDING,
              PoolPart.CLIENTS,
              PoolPart.RESOURCE_SERVERS,
              PoolPart.IDENTITY_PROVIDERS,
              PoolPart.IDENTITY_POOLS);
      assertThat(partly.unread())
          .extracting(UnreadPart::why)
          .anySatisfy(why -> assertThat(why).contains("cognito-identity:ListIdentityPools"))
          .anySatisfy(why -> assertThat(why).contains("cognito-idp:DescribeUserPoolClient"));
    }
  }

  @Test
  void one_client_that_cannot_be_read_leaves_the_others() {
    try (RehearsalPool odd = RehearsalPool.start(OPTIONS)) {
      odd.faults()
          .next(
              1,
              "DescribeUserPoolClient",
              new Fault.Failure("InvalidParameterException", "It is odd."));
      PoolInventory partly = inventory(odd);

      assertThat(partly.clients()).extracting(AppClient::id).containsExactly(odd.publicClientId());
      assertThat(partly.unread())
          .singleElement()
          .satisfies(missing -> {
            assertThat(missing.which()).isEqualTo(odd.clientId());
            assertThat(missing.why()).contains("It is odd.");
          });
    }
  }

  @Test
  void a_pool_that_cannot_be_described_at_all_is_an_error() {
    try (RehearsalPool shut =
        RehearsalPool.start(OPTIONS.withPermissions(Permissions.only(Set.of())))) {
      assertThatThrownBy(() -> inventory(shut))
          .isInstanceOf(SourceException.class)
          .hasMessageContaining("cognito-idp:DescribeUserPool on the pool");
    }
  }

  private static AppClient client(String id) {
    return read.clients().stream().filter(each -> each.id().equals(id)).findFirst().orElseThrow();
  }

  private static PoolInventory inventory(RehearsalPool at) {
    CognitoOptions options = CognitoOptions.of(at.userPoolId(), at.clientId()).at(at.endpoint());
    try (CognitoPool connection = CognitoPool.open(options)) {
      return connection.users().inventory();
    }
  }
}
