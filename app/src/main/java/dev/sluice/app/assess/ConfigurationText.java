package dev.sluice.app.assess;

import dev.sluice.migration.pool.AppClient;
import dev.sluice.migration.pool.PoolInventory;
import dev.sluice.migration.pool.UnreadPart;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a pool is configured, in lines for a terminal. */
final class ConfigurationText {
  private final List<String> lines = new ArrayList<>();

  private ConfigurationText() {}

  static List<String> lines(PoolInventory pool) {
    ConfigurationText text = new ConfigurationText();
    text.lines.add("");
    text.lines.add("How it is configured");
    text.row("tier", word(pool.pool().tier()));
    text.row("logins", logins(pool));
    text.row("second factors", pool.mfa().mode() + " " + pool.mfa().kinds());
    text.row("threat protection", pool.threatProtection().mode());
    pool.clients().forEach(client -> text.row("app client", client(client)));
    pool.resourceServers()
        .forEach(server ->
            text.row(
                "resource server",
                server.identifier() + " with " + server.scopes().size() + " scopes"));
    pool.identityProviders()
        .forEach(each -> text.row("identity provider", each.name() + " (" + each.type() + ")"));
    pool.triggers().forEach(each -> text.row("trigger", each.name() + " " + each.arn()));
    pool.domains().forEach(each -> text.row("domain", each.domain()));
    pool.identityPools().forEach(each -> text.row("identity pool", each.name()));
    pool.unread().forEach(text::unread);
    return text.lines;
  }

  private static String logins(PoolInventory pool) {
    String also = String.join(", ", pool.signIn().aliasAttributes());
    String login =
        pool.signIn().usernameAttributes().isEmpty()
            ? "username"
            : String.join(", ", pool.signIn().usernameAttributes());
    return login
        + (also.isEmpty() ? "" : ", " + also)
        + (pool.signIn().caseSensitive() ? "; usernames tell cases apart" : "");
  }

  private static String client(AppClient client) {
    return client.name()
        + ": "
        + (client.oauth().enabled() ? client.oauth().grants() : "no OAuth")
        + (client.confidential() ? ", with a secret" : "");
  }

  private void unread(UnreadPart part) {
    row("not read", AssessmentJson.lower(part.part()) + ": " + part.why());
  }

  private void row(String name, String value) {
    lines.add("  %-20s %s".formatted(name, Plain.text(value)));
  }

  private static String word(@Nullable String told) {
    return told == null ? "unknown" : told;
  }
}
