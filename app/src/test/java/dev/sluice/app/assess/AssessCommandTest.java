package dev.sluice.app.assess;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.app.Scene;
import dev.sluice.app.Scene.Result;
import dev.sluice.app.config.SluiceYamlWriter;
import dev.sluice.cognito.access.CommandAccess;
import dev.sluice.migration.ledger.jdbc.LedgerStore;
import dev.sluice.rehearsal.RehearsalOptions;
import dev.sluice.rehearsal.RehearsalPool;
import dev.sluice.rehearsal.fault.Fault;
import dev.sluice.rehearsal.user.MadeUser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class AssessCommandTest {
  private static final int USERS = 600;

  @TempDir Path folder;
  private RehearsalPool pool;

  @BeforeEach
  void open() throws IOException {
    pool = RehearsalPool.start(RehearsalOptions.standard().withUsers(USERS).withSeed(11));
    configure("");
  }

  @AfterEach
  void close() {
    pool.close();
  }

  @Test
  void a_file_with_only_the_source_will_do_and_nothing_is_billed_or_left_behind()
      throws IOException {
    Result result = assess();
    assertThat(result.code()).isZero();
    assertThat(result.out())
        .contains("600 users: 594 enabled, 6 disabled")
        .contains("no target is configured")
        .contains("Signs for staying", "Signs for leaving")
        .contains("Prices of 2026-09-20, from https://aws.amazon.com/cognito/pricing/");
    assertThat(pool.calls().byOperation().keySet())
        .containsExactlyInAnyOrderElementsOf(
            CommandAccess.ASSESS.actions().stream()
                .map(action -> action.substring(action.indexOf(':') + 1))
                .toList());
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left).containsExactly(config());
    }
  }

  @Test
  void a_whole_file_will_do_too_and_the_pace_is_that_of_the_ledger() throws IOException {
    Path ledger = folder.resolve("ledger.db");
    LedgerStore.open("jdbc:sqlite:" + ledger).close();
    configure(
        """
        mode: hybrid
        sync:
          every: 15m
        replicas:
          heartbeat: 15s
        segments:
          pilot: {email-domain: example.org}
        ledger:
          url: jdbc:sqlite:ledger.db
        gateway:
          url: http://127.0.0.1:7070
          token: made-up-token-of-a-gateway-0123456789
        """);
    assertThat(assess().code()).isZero();
    assertThat(folder.resolve("ledger.db-shared")).exists();
  }

  @Test
  void the_configuration_what_becomes_of_it_and_the_policies_are_told_without_a_secret() {
    assertThat(assess().out())
        .contains("Configuration", "login.example.com")
        .containsPattern("Threat protection +AUDIT")
        .contains("OAuth grants: authorization code, implicit", "orders.read: Read orders")
        .contains("cannot  Password hashes", "decide  Lambda trigger PreTokenGeneration")
        .contains("bulk · sync", "\"cognito-idp:ListUsersInGroup\"");

    Result result = assess("--json");
    assertThat(result.out()).doesNotContain(pool.clientSecret(), "made-up-oidc-secret");
    assertThat(result.json().at("/configuration/pool/tier").asString()).isEqualTo("PLUS");
    assertThat(result.json().at("/policies/bulk/Statement/0/Resource").asString())
        .isEqualTo("arn:aws:cognito-idp:eu-west-1:000000000000:userpool/" + pool.userPoolId());
    assertThat(result.json().get("fates").valueStream().map(row -> row.get("key").asString()))
        .contains("identity-pools", "password-hashes");
  }

  @Test
  void the_report_tells_all_of_that_too() throws IOException {
    Path report = folder.resolve("report.html");
    assess("--report", report.toString());
    assertThat(report)
        .content()
        .doesNotContain(pool.clientSecret(), "made-up-oidc-secret")
        .contains("OAuth grants: authorization code, implicit", "orders.read: Read orders")
        .contains("custom:plan", "Case of usernames", "Password policy", "Languages")
        .contains("https://partneroidc.example.com", "PreTokenGeneration", "login.example.com")
        .contains("Moves automatically", "Needs a decision", "Cannot move", "Password hashes")
        .contains("bulk · sync", "&quot;cognito-idp:ListUsersInGroup&quot;");
  }

  @Test
  void segments_are_told_with_their_sizes_and_overlaps() throws IOException {
    configure(
        """
        segments:
          staff: {email-domain: example.org}
          helpers: {group: [support, beta]}
          others: {not: {segment: [staff, helpers]}}
        """);
    Path report = folder.resolve("report.html");
    Result told = assess("--report", report.toString());
    Result result = assess("--json");

    JsonNode segments = result.json().get("segments");
    long staff = users(segments, "staff");
    long helpers = users(segments, "helpers");
    long both = segments.at("/overlaps/0/users").asLong();
    assertThat(staff)
        .isEqualTo(pool.users().filter(user -> domainOf(user).equals("example.org")).count());
    assertThat(helpers)
        .isEqualTo(
            result
                .json()
                .at("/groups/sizes")
                .valueStream()
                .filter(group -> group.get("name").asString().equals("support"))
                .mapToLong(group -> group.get("members").asLong())
                .sum())
        .isPositive();
    assertThat(both).isPositive().isLessThan(helpers);
    assertThat(users(segments, "others")).isEqualTo(USERS - staff - helpers + both);
    assertThat(segments.get("usersInNone").asLong()).isZero();
    assertThat(told.out())
        .containsPattern("staff and helpers +" + both + " ")
        .contains("Notice: A segment names the group beta, which the pool does not have.");
    assertThat(report)
        .content()
        .contains("Segments (3)", "email at example.org", "staff and helpers");
  }

  private static long users(JsonNode segments, String name) {
    return segments
        .get("all")
        .valueStream()
        .filter(segment -> segment.get("name").asString().equals(name))
        .mapToLong(segment -> segment.get("users").asLong())
        .sum();
  }

  private static String domainOf(MadeUser user) {
    String email = user.attributes().getOrDefault("email", "");
    return email.substring(email.indexOf('@') + 1).toLowerCase(Locale.ROOT);
  }

  @Test
  void every_kind_of_user_is_counted() {
    JsonNode people = assess("--json").json().get("people");
    assertThat(people.get("total").asLong()).isEqualTo(USERS);
    assertThat(people.get("status").get("UNCONFIRMED").asLong()).isEqualTo(3);
    assertThat(people.get("status").get("RESET_REQUIRED").asLong()).isGreaterThanOrEqualTo(3);
    assertThat(signIn(people, "linked")).isEqualTo(3);
    assertThat(signIn(people, "saml")).isGreaterThanOrEqualTo(3);
    assertThat(signIn(people, "oidc")).isGreaterThanOrEqualTo(3);
    // Six kinds that came from a provider, and the profiles that linked users had earlier.
    assertThat(signIn(people, "social") + signIn(people, "saml") + signIn(people, "oidc"))
        .isEqualTo(21);
    assertThat(people.get("email").get("none").asLong()).isPositive();
    assertThat(people.get("createdPerMonth")).isNotEmpty();
  }

  @Test
  void what_users_share_is_listed_by_username() {
    Result result = assess("--json");
    JsonNode collisions = result.json().get("collisions");
    assertThat(collisions.get("emails").get("valuesAmongNativeUsers").asLong()).isEqualTo(3);
    assertThat(collisions.get("usernames").get("values").asLong()).isEqualTo(3);
    JsonNode linked = collisions.get("linkedTwice");
    assertThat(linked.get("values").asLong()).isEqualTo(3);
    assertThat(linked.get("federatedUsers").asLong()).isEqualTo(3);
    JsonNode twins = collisions.get("usernames").get("examples").get(0).get("people");
    assertThat(twins.get(0).get("username").asString())
        .isNotEqualTo(twins.get(1).get("username").asString())
        .isEqualToIgnoringCase(twins.get(1).get("username").asString());
  }

  @Test
  void users_whom_the_target_would_refuse_are_told_with_what_to_do() throws IOException {
    configure("target:\n  keycloak:\n    url: ${env:NOT_SET}\n");
    Result result = assess();
    assertThat(result.code()).isZero();
    assertThat(result.out())
        .contains("a NUL character in", "change the value in the pool")
        .contains("Keycloak cannot declare attributes with these names")
        .contains("They are: custom:customer_id, custom:note, custom:plan, custom:score");
  }

  @Test
  void renamed_attributes_are_no_longer_complained_of() throws IOException {
    configure("mapping:\n  attributes:\n    custom:plan: plan\ntarget:\n  keycloak:\n");
    assertThat(assess().out()).contains("They are: custom:customer_id, custom:note, custom:score");
  }

  @Test
  void second_factors_are_looked_up_only_once_the_price_is_accepted() {
    Result said = assess("--with-mfa");
    assertThat(said.code()).isEqualTo(4);
    assertThat(said.out())
        .contains("second factors of 600 users", "at most 12.00 USD", "--accept-cost");
    assertThat(pool.calls().of("AdminGetUser")).isZero();
    assertThat(pool.calls().of("ListUsers")).isZero();
  }

  @Test
  void a_sample_looks_up_exactly_so_many_users() {
    JsonNode mfa =
        assess("--with-mfa", "--accept-cost", "--sample", "70", "--json")
            .json()
            .get("secondFactors");
    assertThat(pool.calls().of("AdminGetUser")).isEqualTo(70);
    assertThat(pool.calls().of("AdminListGroupsForUser")).isZero();
    assertThat(mfa.get("asked").asLong()).isEqualTo(70);
    assertThat(mfa.get("population").asLong()).isEqualTo(USERS);
    assertThat(mfa.get("margin").asDouble()).isBetween(0.11, 0.12);
  }

  @Test
  void without_a_sample_everybody_is_looked_up() {
    JsonNode mfa = assess("--with-mfa", "--accept-cost", "--json").json().get("secondFactors");
    assertThat(pool.calls().of("AdminGetUser")).isEqualTo(USERS);
    assertThat(mfa.get("sampled").asBoolean()).isFalse();
    assertThat(mfa.get("users").get("totp").asLong()).isEqualTo(3);
    assertThat(mfa.get("users").get("several").asLong()).isEqualTo(3);
  }

  @Test
  void the_users_of_a_forgotten_position_are_counted_once() throws IOException {
    configure("    reading: one-chain\n");
    pool.faults().next(4, "ListUsers", new Fault.PageTokenRefused());
    JsonNode report = assess("--json").json();
    assertThat(report.get("notices").get(0).asString()).contains("is read again");
    assertThat(report.get("people").get("total").asLong()).isEqualTo(USERS);
    assertThat(report.get("collisions").get("usernames").get("values").asLong()).isEqualTo(3);
  }

  @Test
  void active_users_that_are_told_make_one_price_of_a_range() {
    JsonNode range = assess("--json").json().get("costs");
    assertThat(range.get("activeIsTold").asBoolean()).isFalse();
    assertThat(range.get("months")).hasSize(3);
    JsonNode told = assess("--json", "--monthly-active", "20000").json().get("costs");
    assertThat(told.get("months")).hasSize(1);
    assertThat(told.get("months").get(0).get("plans").get("plus").asDouble()).isGreaterThan(300);
  }

  @Test
  void other_prices_are_taken_and_their_date_is_told() throws IOException {
    Path prices = folder.resolve("mine.yaml");
    Files.writeString(
        prices,
        """
        as-of: 2031-02-03
        source: our contract
        currency: EUR
        plans:
          special:
            0: 1
        federated:
          0: 2
        per-1000-machine-tokens: 3
        """);
    assertThat(assess("--prices", prices.toString()).out())
        .contains(
            "special", "EUR", "Prices of 2031-02-03, from our contract, as told by " + prices);
  }

  @Test
  void a_report_is_one_file_with_the_same_figures() throws IOException {
    Path report = folder.resolve("report.html");
    Result result = assess("--report", report.toString());
    assertThat(result.out()).contains("Wrote " + report);
    assertThat(report)
        .content()
        .startsWith("<!doctype html>")
        .contains(">600<", "Users that would be rejected", "Prices of 2026-09-20");
  }

  @Test
  void a_report_that_could_not_be_written_is_told_before_anything_is_read() {
    Result result = assess("--report", folder.resolve("missing/report.html").toString());
    assertThat(result.code()).isEqualTo(1);
    assertThat(result.err()).contains("missing is not a writable directory", "--report");
    assertThat(pool.calls().total()).isZero();
  }

  @Test
  void a_file_of_prices_with_mistakes_is_told_line_by_line() throws IOException {
    Path prices = folder.resolve("mine.yaml");
    Files.writeString(
        prices,
        """
        as-of: yesterday
        source: our contract
        currency: EUR
        plans:
          special:
            10: -1
        federated:
          0: 2
        per-1000-machine-tokens: 3
        """);
    Result result = assess("--prices", prices.toString());
    assertThat(result.code()).isEqualTo(2);
    assertThat(result.err())
        .contains(
            "mine.yaml has 3 mistakes", "line 1: as-of", "plans.special.10", "plans.special.0");
    assertThat(assess("--prices", "/missing.yaml").err()).contains("There is no file of prices");
  }

  @Test
  void options_that_make_no_sense_are_wrong_usage() {
    assertThat(assess("--sample", "5").err()).contains("require --with-mfa");
    assertThat(assess("--monthly-active", "-1").code()).isEqualTo(2);
    assertThat(assess("--import-rate", "0").code()).isEqualTo(2);
    assertThat(pool.calls().total()).isZero();
  }

  private static long signIn(JsonNode people, String family) {
    return people
        .get("signIn")
        .valueStream()
        .filter(kind -> kind.get("family").asString().equals(family))
        .mapToLong(kind -> kind.get("users").asLong())
        .sum();
  }

  private Path config() {
    return folder.resolve("sluice.yaml");
  }

  private void configure(String more) throws IOException {
    Files.writeString(
        config(),
        new SluiceYamlWriter(pool.userPoolId(), pool.endpoint(), pool.clientId())
                .cognito("requests-per-second", 1000)
                .text()
            + more);
  }

  private Result assess(String... options) {
    List<String> args = new ArrayList<>(List.of("assess", "--config", config().toString()));
    args.addAll(List.of("--scratch", folder.toString()));
    args.addAll(List.of(options));
    return Scene.sluice(args.toArray(String[]::new));
  }
}
