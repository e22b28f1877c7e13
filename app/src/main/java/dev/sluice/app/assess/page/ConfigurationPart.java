package dev.sluice.app.assess.page;

import dev.sluice.app.assess.Plain;
import dev.sluice.migration.assess.Assessment;
import dev.sluice.migration.pool.AppClient;
import dev.sluice.migration.pool.IdentityPool;
import dev.sluice.migration.pool.IdentityProvider;
import dev.sluice.migration.pool.LambdaTrigger;
import dev.sluice.migration.pool.PasswordPolicy;
import dev.sluice.migration.pool.PoolDomain;
import dev.sluice.migration.pool.PoolInventory;
import dev.sluice.migration.pool.ResourceServer;
import dev.sluice.migration.pool.SchemaAttribute;
import dev.sluice.migration.pool.UnreadPart;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/** How the pool is configured; no secret is shown. */
final class ConfigurationPart {
  private final List<Tag> rows = new ArrayList<>();

  private ConfigurationPart() {}

  static Part of(Assessment assessment) {
    PoolInventory pool = assessment.inventory();
    ConfigurationPart part = new ConfigurationPart();
    part.people(pool);
    part.applications(pool);
    Tag body =
        Tag.of("div")
            .add(
                Tables.table(
                    "Settings of the pool", Tables.header("What", "How it is set"), part.rows));
    if (!pool.clients().isEmpty()) {
      body.add(clients(pool));
    }
    pool.unread().forEach(unread -> body.add(unread(unread)));
    return new Part("configuration", "How it is configured", body);
  }

  private void people(PoolInventory pool) {
    row("Plan", Objects.requireNonNullElse(pool.pool().tier(), "not told"));
    row("Login", login(pool));
    row("Usernames", pool.signIn().caseSensitive() ? "tell cases apart" : "in any case");
    row("First factors", String.join(", ", pool.signIn().firstFactors()));
    row("Sign-up", pool.signUp().selfSignUp() ? "by anybody" : "by administrators only");
    row("Second factor", pool.mfa().mode() + " " + String.join(", ", pool.mfa().kinds()));
    row("Passwords", passwords(pool.passwordPolicy()));
    row("Threat protection", pool.threatProtection().mode());
    row("Devices", pool.devices() == null ? "not remembered" : "remembered");
    list(
        "Attributes of your own",
        pool.schema().stream().filter(SchemaAttribute::custom).toList(),
        SchemaAttribute::name);
  }

  private void applications(PoolInventory pool) {
    list("Identity providers", pool.identityProviders(), ConfigurationPart::provider);
    list("Lambda triggers", pool.triggers(), LambdaTrigger::name);
    list("Resource servers", pool.resourceServers(), ResourceServer::identifier);
    list("Domains", pool.domains(), PoolDomain::domain);
    list("Identity pools that give AWS credentials", pool.identityPools(), IdentityPool::name);
    row("Looks of the sign-in pages", pool.branding().none() ? "Cognito's own" : "your own");
  }

  private static String login(PoolInventory pool) {
    List<String> logins = new ArrayList<>(pool.signIn().usernameAttributes());
    if (logins.isEmpty()) {
      logins.add("username");
    }
    logins.addAll(pool.signIn().aliasAttributes());
    return String.join(", ", logins);
  }

  private static String passwords(PasswordPolicy policy) {
    List<String> rules =
        new ArrayList<>(List.of("at least " + policy.minimumLength() + " characters"));
    rule(rules, policy.requireUppercase(), "upper case");
    rule(rules, policy.requireLowercase(), "lower case");
    rule(rules, policy.requireNumbers(), "numbers");
    rule(rules, policy.requireSymbols(), "symbols");
    return String.join(", ", rules);
  }

  private static void rule(List<String> rules, boolean required, String rule) {
    if (required) {
      rules.add(rule);
    }
  }

  private static String provider(IdentityProvider provider) {
    return provider.name() + " (" + provider.type() + ")";
  }

  private <T> void list(String what, List<T> all, Function<T, String> name) {
    List<String> names = all.stream().map(name).toList();
    row(what, names.isEmpty() ? "none" : String.join(", ", names));
  }

  private void row(String what, String how) {
    rows.add(
        Tag.of("tr")
            .add(Tag.of("th", what).with("scope", "row"), text(how.isBlank() ? "not told" : how)));
  }

  private static Tag clients(PoolInventory pool) {
    List<Tag> rows = pool.clients().stream().map(ConfigurationPart::client).toList();
    return Tables.table(
        "App clients", Tables.header("Name", "OAuth grants", "Scopes and secret"), rows);
  }

  private static Tag client(AppClient client) {
    String grants =
        client.oauth().enabled() ? String.join(", ", client.oauth().grants()) : "no OAuth";
    List<String> scopes =
        new ArrayList<>(client.oauth().enabled() ? client.oauth().scopes() : List.of());
    scopes.add(client.confidential() ? "has a secret" : "no secret");
    return Tag.of("tr")
        .add(
            Tag.of("th").with("scope", "row").add(Tables.foreign(client.name())),
            text(grants),
            text(String.join(", ", scopes)));
  }

  private static Tag text(String text) {
    return Tag.of("td").styled("text").add(Tag.of("bdi", Plain.all(text)));
  }

  private static Tag unread(UnreadPart unread) {
    return Tag.of("p")
        .styled("notice")
        .text("Not read: ")
        .add(Tag.of("bdi", Plain.all(unread.why())));
  }
}
