package dev.sluice.targets.keycloak.provision;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.api.MigrationMode;
import dev.sluice.api.Secret;
import dev.sluice.api.pool.IdentityProvider;
import dev.sluice.api.pool.PoolInventory;
import dev.sluice.api.pool.SchemaAttribute;
import dev.sluice.api.pool.client.AppClient;
import dev.sluice.api.pool.signin.SignInSettings;
import dev.sluice.api.target.Target;
import dev.sluice.api.target.provision.DiffLine;
import dev.sluice.api.target.provision.NamesAtTarget;
import dev.sluice.api.target.provision.ObjectDiff;
import dev.sluice.api.target.provision.ProvisionRequest;
import dev.sluice.api.target.provision.ProvisionStep;
import dev.sluice.api.target.user.WriteOutcome;
import dev.sluice.api.user.FirstPassword;
import dev.sluice.api.user.PlannedUser;
import dev.sluice.contracts.source.PoolInventories;
import dev.sluice.contracts.target.PlannedUserBuilder;
import dev.sluice.targets.RichPool;
import dev.sluice.targets.http.TroubleException;
import dev.sluice.targets.keycloak.KeycloakTarget;
import dev.sluice.targets.keycloak.LiveKeycloak;
import dev.sluice.targets.keycloak.Logins;
import dev.sluice.targets.keycloak.api.KeycloakApi;
import dev.sluice.targets.keycloak.api.KeycloakOptions;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** How people sign up and log in to a realm that provisioning makes, as in their pool. */
class PoolSignInTest {
  private static final String PASSWORD = "Made-Up-4711";
  private static final String PREFERRED = "preferred_username";

  private final String realm = "sign-in-" + UUID.randomUUID();
  private final KeycloakOptions options = LiveKeycloak.options(realm);
  private final KeycloakApi api = new KeycloakApi(options);
  private final Target target = new KeycloakTarget(options, api);
  private final Logins logins = new Logins(options);

  @AfterEach
  void close() throws TroubleException {
    api.delete(api.realm(""));
    target.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "aaa..bbb@docomo.example", "xxx.@docomo.example", ".dot@docomo.example",
        "user@sub_domain.example", "LONG@docomo.example", "größe@docomo.example",
        "\"a b\"@docomo.example", "o'neil+x@docomo.example"
      })
  void an_address_that_was_in_the_pool_logs_in(String address) throws TroubleException {
    provision(request(List.of("email"), List.of()));
    String email = address.replace("LONG", "l".repeat(65));
    PlannedUser user = written(PlannedUserBuilder.plain().username(email).email(email, true));

    assertThat(Logins.subject(logins.byGrant(email, PASSWORD))).isEqualTo(user.id().value());
  }

  @Test
  void whatever_the_pool_let_into_a_profile_logs_in() throws TroubleException {
    ProvisionRequest request =
        request(
            List.of(),
            List.of(
                new SchemaAttribute("name", "String", true, true, false, "0", "2048"),
                new SchemaAttribute("picture", "String", false, true, false, "0", "2048"),
                new SchemaAttribute("locale", "String", false, true, false, "0", "2048"),
                new SchemaAttribute("custom:member", "Boolean", false, true, false, null, null)));
    provision(request);
    PlannedUser user =
        written(
            PlannedUserBuilder.plain()
                .username("小林 <太郎> " + UUID.randomUUID())
                .names("<Ada> $ {1}", "\"&\" /x/")
                .attributes(
                    Map.of(
                        "picture", List.of("data:image/png;base64," + "A".repeat(2000)),
                        "locale", List.of("xx-Nowhere-42"),
                        "member", List.of("True"))));

    assertThat(Logins.subject(logins.byGrant(user.username(), PASSWORD)))
        .as("it has no name either, which the pool requires at sign-up")
        .isEqualTo(user.id().value());
  }

  @Test
  void a_preferred_username_that_is_an_alias_in_the_pool_is_a_login_that_users_cannot_take()
      throws TroubleException {
    provision(
        request(
            MigrationMode.HYBRID,
            List.of(),
            List.of(
                new SchemaAttribute("picture", "String", false, true, false, "0", "2048"),
                new SchemaAttribute(PREFERRED, "String", false, true, false, "0", "2048")),
            false));
    PlannedUser user =
        written(PlannedUserBuilder.plain().attributes(Map.of(PREFERRED, List.of("Ada L."))));

    // There is no gateway here that could say that no second factor is owed.
    ObjectNode owing = (ObjectNode) read("/users/" + user.id());
    owing.putArray("requiredActions");
    api.put(api.realm("/users/" + user.id()), owing).expectOk();

    assertThat(Logins.subject(logins.byGrant("Ada L.", PASSWORD))).isEqualTo(user.id().value());
    assertThat(editors("picture")).contains("user");
    assertThat(editors(PREFERRED)).doesNotContain("user");
  }

  private List<String> editors(String attribute) throws TroubleException {
    return read("/users/profile")
        .path("attributes")
        .valueStream()
        .filter(each -> each.path("name").asString().equals(attribute))
        .flatMap(each -> each.at("/permissions/edit").valueStream())
        .map(JsonNode::asString)
        .toList();
  }

  @Test
  void an_email_address_that_is_changed_here_is_the_login_from_then_on() throws TroubleException {
    provision(request(List.of("email"), List.of()));
    String old = "old-" + UUID.randomUUID() + "@example.org";
    String current = "new-" + UUID.randomUUID() + "@example.org";
    PlannedUser user = written(PlannedUserBuilder.plain().username(old).email(old, true));
    ObjectNode changed = (ObjectNode) read("/users/" + user.id());
    api.put(api.realm("/users/" + user.id()), changed.put("email", current)).expectOk();

    assertThat(Logins.subject(logins.byGrant(current, PASSWORD))).isEqualTo(user.id().value());
    assertThat(logins.byGrant(old, PASSWORD).statusCode()).isNotEqualTo(200);
    acceptSignUps();
    HttpResponse<String> signedUp =
        logins.signUp(Map.of("email", old, "password", PASSWORD, "password-confirm", PASSWORD));
    assertThat(Logins.isLoggedIn(signedUp)).as(signedUp.body()).isTrue();
    assertThat(read("/users?exact=true&username=" + old).path(0).path("id").asString())
        .isNotEmpty()
        .isNotEqualTo(user.id().value());
  }

  @Test
  void a_user_whose_username_is_another_logs_in_all_the_same() throws TroubleException {
    provision(request(List.of("email"), List.of()));
    String tag = UUID.randomUUID().toString();
    PlannedUser other =
        written(
            PlannedUserBuilder.plain()
                .username("+4915" + tag.hashCode())
                .email(tag + "@example.org", true));

    assertThat(Logins.subject(logins.byGrant(other.username(), PASSWORD)))
        .isEqualTo(other.id().value());
    assertThat(Logins.subject(logins.byGrant(tag + "@example.org", PASSWORD)))
        .isEqualTo(other.id().value());
    PlannedUser bare =
        PlannedUserBuilder.plain()
            .id(UUID.randomUUID().toString())
            .username("google_" + tag)
            .firstPassword(FirstPassword.AT_FIRST_LOGIN)
            .build();
    assertThat(target.write(List.of(bare)).getFirst())
        .isInstanceOfSatisfying(
            WriteOutcome.Refused.class,
            refused -> assertThat(refused.problem()).contains("requires the email address"));
  }

  @Test
  void users_of_providers_who_have_no_address_log_in() throws TroubleException {
    List<ProvisionStep> steps = target.provision(request(List.of("email"), List.of(), true));
    assertThat(lines(steps)).anyMatch(line -> line.contains("\"Email as username\" is off"));
    provision(request(List.of("email"), List.of(), true));
    PlannedUser bare = written(PlannedUserBuilder.plain().username("google_" + UUID.randomUUID()));

    assertThat(Logins.subject(logins.byGrant(bare.username(), PASSWORD)))
        .isEqualTo(bare.id().value());
  }

  @Test
  void sign_up_asks_for_what_the_pools_asks_for() throws TroubleException {
    ProvisionRequest request =
        request(
            List.of("email"),
            List.of(
                new SchemaAttribute("name", "String", true, true, false, "0", "2048"),
                new SchemaAttribute("given_name", "String", false, true, false, "0", "2048"),
                new SchemaAttribute("family_name", "String", true, true, false, "0", "2048"),
                new SchemaAttribute("picture", "String", false, true, false, "0", "2048"),
                new SchemaAttribute("custom:plan", "String", false, true, false, "0", "256")));
    provision(request);
    acceptSignUps();

    assertThat(logins.signUpFields())
        .containsExactlyInAnyOrder("email", "lastName", "name", "password", "password-confirm");
    Map<String, String> fields =
        Map.of(
            "email",
            UUID.randomUUID() + "@example.org",
            "lastName",
            "Tester",
            "password",
            PASSWORD,
            "password-confirm",
            PASSWORD);
    assertThat(logins.signUp(fields).body()).contains("Please specify this field");
    fields = new HashMap<>(fields);
    fields.put("name", "Una Tester");
    assertThat(Logins.isLoggedIn(logins.signUp(fields))).isTrue();
    assertThat(target.provision(request)).isEmpty();
  }

  @Test
  void a_pool_with_phone_numbers_as_logins_says_what_sign_up_asks_for() throws TroubleException {
    List<ProvisionStep> phones = target.provision(request(List.of("phone_number"), List.of()));
    assertThat(lines(phones)).anyMatch(line -> line.contains("in which people type their phone"));
    List<ProvisionStep> both =
        target.provision(request(List.of("email", "phone_number"), List.of()));
    assertThat(lines(both)).anyMatch(line -> line.contains("email address or phone number"));
    both.forEach(ProvisionStep::apply);

    assertThat(read("").path("registrationEmailAsUsername").asBoolean()).isFalse();
  }

  @Test
  void forgot_password_is_off_until_the_realm_has_a_mail_server() throws TroubleException {
    List<ProvisionStep> steps = target.provision(request(List.of("email"), List.of()));
    assertThat(lines(steps))
        .anyMatch(
            line -> line.startsWith("\"Forgot password\": stays off") && line.contains("bulk"));
    steps.forEach(ProvisionStep::apply);
    assertThat(read("").path("resetPasswordAllowed").asBoolean()).isFalse();
    ObjectNode owners = JsonMapper.shared().createObjectNode();
    owners.putObject("smtpServer").put("host", "smtp.example.org").put("from", "a@example.org");
    api.put(api.realm(""), owners).expectOk();

    List<ProvisionStep> later = target.provision(request(List.of("email"), List.of()));
    assertThat(lines(later)).contains("resetPasswordAllowed: false → true");
    later.forEach(ProvisionStep::apply);
    assertThat(read("").path("resetPasswordAllowed").asBoolean()).isTrue();
  }

  @Test
  void providers_are_told_the_address_by_which_people_know_the_realm() throws TroubleException {
    ProvisionRequest request = request(List.of(), List.of(), true);
    assertThat(lines(target.provision(request)))
        .as("before there is a realm")
        .contains(redirect(options.url() + "/realms/" + realm));
    provision(request);
    api.delete(api.realm("/identity-provider/instances/workforce")).expectOk();
    ObjectNode address = JsonMapper.shared().createObjectNode();
    address.putObject("attributes").put("frontendUrl", "https://login.public.example");
    ObjectNode all = (ObjectNode) read("");
    all.withObject("/attributes").setAll((ObjectNode) address.path("attributes"));
    api.put(api.realm(""), all).expectOk();

    assertThat(lines(target.provision(request)))
        .contains(redirect("https://login.public.example/realms/" + realm));
  }

  private static String redirect(String issuer) {
    return "add this redirect URL at the provider: " + issuer + "/broker/workforce/endpoint";
  }

  private static List<String> lines(List<ProvisionStep> steps) {
    return steps.stream()
        .flatMap(step -> step.diff().map(ObjectDiff::lines).orElse(List.of()).stream())
        .map(DiffLine::text)
        .toList();
  }

  private PlannedUser written(PlannedUserBuilder builder) throws TroubleException {
    PlannedUser user =
        builder
            .id(UUID.randomUUID().toString())
            .firstPassword(FirstPassword.AT_FIRST_LOGIN)
            .build();
    assertThat(target.write(List.of(user))).containsExactly(new WriteOutcome.Created(user.id()));
    ObjectNode password =
        JsonMapper.shared().createObjectNode().put("type", "password").put("value", PASSWORD);
    api.put(api.realm("/users/" + user.id() + "/reset-password"), password).expectOk();
    return user;
  }

  private void provision(ProvisionRequest request) throws TroubleException {
    target.provision(request).forEach(ProvisionStep::apply);
    logins.makeClient(api);
  }

  private void acceptSignUps() throws TroubleException {
    ObjectNode open = JsonMapper.shared().createObjectNode().put("registrationAllowed", true);
    api.put(api.realm(""), open).expectOk();
  }

  private static ProvisionRequest request(List<String> logins, List<SchemaAttribute> schema) {
    return request(logins, schema, false);
  }

  private static ProvisionRequest request(
      List<String> logins, List<SchemaAttribute> schema, boolean provider) {
    return request(MigrationMode.BULK, logins, schema, provider);
  }

  private static ProvisionRequest request(
      MigrationMode mode, List<String> logins, List<SchemaAttribute> schema, boolean provider) {
    return new ProvisionRequest(
        mode,
        URI.create("http://127.0.0.1:7170"),
        new Secret("made-up-token"),
        List.of("name", "picture", "locale", "plan", "member", PREFERRED),
        List.of(),
        !logins.equals(List.of("phone_number")),
        pool(logins, schema, provider),
        new NamesAtTarget(
            Map.of(
                "name",
                "name",
                "picture",
                "picture",
                "locale",
                "locale",
                PREFERRED,
                PREFERRED,
                "custom:member",
                "member",
                "custom:plan",
                "plan"),
            Map.of(),
            Set.of()));
  }

  private static PoolInventory pool(
      List<String> logins, List<SchemaAttribute> schema, boolean provider) {
    PoolInventory base = PoolInventories.plain();
    List<String> aliases =
        schema.stream().map(SchemaAttribute::name).filter(PREFERRED::equals).toList();
    List<IdentityProvider> providers =
        List.of(
            RichPool.provider(
                "workforce",
                "OIDC",
                Map.of(
                    "oidc_issuer", "https://work.example",
                    "authorize_url", "https://work.example/authorize",
                    "token_url", "https://work.example/token",
                    "jwks_uri", "https://work.example/keys")));
    return new PoolInventory(
        base.pool(),
        schema,
        new SignInSettings(logins, aliases, false, List.of("PASSWORD"), null, null),
        base.signUp(),
        base.passwordPolicy(),
        base.mfa(),
        base.accountRecovery(),
        base.messages(),
        base.triggers(),
        base.devices(),
        base.threatProtection(),
        base.domains(),
        base.branding(),
        RichPool.pool().clients().stream().limit(1).map(PoolSignInTest::readingAll).toList(),
        List.of(),
        provider ? providers : List.of(),
        List.of(),
        List.of(),
        List.of());
  }

  private static AppClient readingAll(AppClient client) {
    List<String> all =
        List.of("email", "name", "picture", "locale", "custom:plan", "custom:member", PREFERRED);
    return new AppClient(
        client.id(),
        client.name(),
        client.confidential(),
        client.secret(),
        null,
        null,
        client.explicitAuthFlows(),
        client.oauth(),
        client.tokens(),
        all,
        all,
        client.supportedIdentityProviders(),
        true,
        true);
  }

  private JsonNode read(String path) throws TroubleException {
    return api.get(api.realm(path)).expectOk().body();
  }
}
