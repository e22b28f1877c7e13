package dev.sluice.migration.assess.disposition;

import dev.sluice.api.pool.IdentityPool;
import dev.sluice.api.pool.IdentityProvider;
import dev.sluice.api.pool.LambdaTrigger;
import dev.sluice.api.pool.PoolDomain;
import dev.sluice.api.pool.PoolGroup;
import dev.sluice.api.pool.PoolInventory;
import dev.sluice.api.pool.SchemaAttribute;
import dev.sluice.api.pool.client.AppClient;
import dev.sluice.api.pool.client.ResourceServer;
import dev.sluice.migration.assess.found.AffectedUsers;
import dev.sluice.migration.assess.found.Contested;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/** What a pool has that its users or owner will miss, or should know of, when they leave it. */
final class ThingsFound {
  private final PoolInventory pool;
  private final List<FoundThing> found = new ArrayList<>();

  private ThingsFound(PoolInventory pool) {
    this.pool = pool;
  }

  static List<FoundThing> in(PoolInventory pool) {
    ThingsFound things = new ThingsFound(pool);
    things.everyPool();
    things.people();
    things.secondFactors();
    things.applications();
    things.surroundings();
    return things.found;
  }

  /** Returns what users have who share what is one's alone. */
  static List<FoundThing> among(Contested users) {
    List<FoundThing> found = new ArrayList<>();
    add(
        found,
        "shared-addresses",
        "Email addresses that are another's login",
        users.withoutAddress());
    add(
        found,
        "address-is-username",
        "Email addresses that are another's username",
        users.addressIsUsername());
    add(found, "merged-profiles", "Profiles of people who have another one", users.merged());
    return found;
  }

  private static void add(List<FoundThing> found, String key, String thing, AffectedUsers users) {
    if (users.users() > 0) {
      List<String> names = users.examples().stream().map(user -> user.person().username()).toList();
      found.add(new FoundThing(key, thing, Several.of(names, users.users())));
    }
  }

  private void everyPool() {
    add("ids", "User ids (sub)", "");
    add("password-hashes", "Password hashes", "");
    add("refresh-tokens", "Sessions and refresh tokens", "");
    add("creation-date", "Creation dates", "");
  }

  private void people() {
    list(
        "custom-attributes",
        "Attributes of your own",
        pool.schema(),
        SchemaAttribute::custom,
        SchemaAttribute::name);
    list("groups", "Groups", pool.groups(), group -> true, PoolGroup::name);
    names(
        "alike-groups",
        "Groups whose names differ only by case, accents or blanks at the end",
        AlikeNames.among(pool.groups().stream().map(PoolGroup::name).toList()));
    list(
        "group-roles",
        "AWS roles of groups",
        pool.groups(),
        group -> group.roleArn() != null,
        PoolGroup::name);
    list(
        "group-precedence",
        "Precedence of groups",
        pool.groups(),
        group -> group.precedence() != null,
        PoolGroup::name);
    when("case-sensitive", "Case-sensitive usernames", pool.signIn().caseSensitive());
    names("aliases", "Logins besides the username", pool.signIn().aliasAttributes());
    names("generated-usernames", "Logins in place of usernames", usernameAttributes());
    add(
        "password-policy",
        "Password policy",
        pool.passwordPolicy().minimumLength() + " characters");
    if (pool.passwordPolicy().historySize() > 0) {
      add("password-history", "Former passwords", "the last " + history() + " are refused");
    }
    when("self-sign-up", "People who sign up by themselves", pool.signUp().selfSignUp());
  }

  private int history() {
    return pool.passwordPolicy().historySize();
  }

  private List<String> usernameAttributes() {
    return pool.signIn().usernameAttributes();
  }

  private void secondFactors() {
    List<String> kinds = pool.mfa().on() ? pool.mfa().kinds() : List.of();
    when("totp-secrets", "Authenticator apps (TOTP secrets)", kinds.contains("SOFTWARE_TOKEN"));
    when("sms-factor", "Codes by text message", kinds.contains("SMS"));
    when("email-factor", "Codes by email", kinds.contains("EMAIL"));
    when("passkeys", "Passkeys", pool.signIn().firstFactors().contains("WEB_AUTHN"));
    when("devices", "Remembered devices", pool.devices() != null);
  }

  private void applications() {
    list("clients", "App clients", pool.clients(), client -> true, AppClient::name);
    grant("implicit-grant", "The implicit grant", "implicit");
    grant("client-credentials", "Tokens for machines (client credentials)", "client_credentials");
    list(
        "resource-servers",
        "Resource servers and their scopes",
        pool.resourceServers(),
        server -> true,
        ResourceServer::identifier);
    list(
        "identity-providers",
        "Identity providers",
        pool.identityProviders(),
        provider -> true,
        IdentityProvider::name);
    list(
        "apple-key",
        "Apple's private key",
        pool.identityProviders(),
        provider -> provider.type().equals("SignInWithApple"),
        IdentityProvider::name);
    list(
        "identity-pools",
        "Identity pools that give AWS credentials",
        pool.identityPools(),
        each -> true,
        IdentityPool::name);
  }

  private void grant(String key, String thing, String grant) {
    list(key, thing, pool.clients(), client -> client.oauth().allows(grant), AppClient::name);
  }

  private void surroundings() {
    for (LambdaTrigger trigger : pool.triggers()) {
      add("trigger." + trigger.name(), "Lambda trigger " + trigger.name(), trigger.arn());
    }
    list(
        "custom-domain",
        "Domain of your own",
        pool.domains(),
        PoolDomain::custom,
        PoolDomain::domain);
    list(
        "amazon-domain",
        "Domain of Amazon's",
        pool.domains(),
        domain -> !domain.custom(),
        PoolDomain::domain);
    when("branding", "Branding of the sign-in pages", !pool.branding().none());
    when("email-sender", "Email sender and texts", pool.messages().email() != null);
    when("sms-sender", "Text message sender", pool.messages().sms() != null);
    if (pool.threatProtection().on()) {
      add("threat-protection", "Threat protection", pool.threatProtection().mode());
    }
  }

  private <T> void list(
      String key, String thing, List<T> all, Predicate<T> which, Function<T, String> name) {
    names(key, thing, all.stream().filter(which).map(name).toList());
  }

  private void names(String key, String thing, Collection<String> names) {
    if (!names.isEmpty()) {
      add(key, thing, Several.of(names));
    }
  }

  private void when(String key, String thing, boolean there) {
    if (there) {
      add(key, thing, "set up");
    }
  }

  private void add(String key, String thing, String inPool) {
    found.add(new FoundThing(key, thing, inPool));
  }
}
