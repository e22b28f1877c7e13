package dev.sluice.app.assess.text;

import dev.sluice.api.pool.client.AppClient;
import dev.sluice.api.pool.client.OAuthSettings;
import dev.sluice.api.pool.client.TokenSettings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Describes what an app client may do and how long its tokens are valid. */
final class ClientSettings {
  private ClientSettings() {}

  static Setting of(AppClient client) {
    List<String> how = new ArrayList<>();
    how.add("id " + client.id() + (client.confidential() ? ", with a secret" : ", no secret"));
    oauth(client.oauth(), how);
    add(how, "login flows", client.explicitAuthFlows());
    add(how, "signs in through", client.supportedIdentityProviders());
    how.add(tokens(client.tokens()));
    add(how, "may read", client.readAttributes());
    add(how, "may write", client.writeAttributes());
    how.add(
        client.preventUserExistenceErrors()
            ? "an unknown user is reported as a wrong password"
            : "an unknown user is reported as such");
    if (!client.tokenRevocation()) {
      how.add("refresh tokens cannot be revoked");
    }
    return new Setting(client.name(), how);
  }

  private static void oauth(OAuthSettings oauth, List<String> how) {
    if (!oauth.enabled()) {
      how.add("no OAuth");
      return;
    }
    add(how, "OAuth grants", oauth.grants().stream().map(ClientSettings::grant).toList());
    add(how, "scopes", oauth.scopes());
    add(how, "redirects to", oauth.callbackUrls());
    if (oauth.defaultRedirectUri() != null) {
      how.add("redirects by default to: " + oauth.defaultRedirectUri());
    }
    add(how, "redirects after logout to", oauth.logoutUrls());
  }

  private static String grant(String grant) {
    return switch (grant) {
      case "code" -> "authorization code";
      case "client_credentials" -> "client credentials";
      default -> grant;
    };
  }

  private static void add(List<String> how, String what, List<String> values) {
    if (!values.isEmpty()) {
      how.add(what + ": " + String.join(", ", values));
    }
  }

  private static String tokens(TokenSettings tokens) {
    return "tokens are valid for: access %s, id %s, refresh %s%s"
        .formatted(
            span(tokens.access()),
            span(tokens.id()),
            span(tokens.refresh()),
            tokens.rotation()
                ? " (rotated on use, grace " + span(tokens.rotationGrace()) + ")"
                : "");
  }

  /** Formats a span exactly, in the largest unit that divides it. */
  private static String span(Duration span) {
    if (span.equals(Duration.ofDays(span.toDays())) && span.toDays() > 0) {
      return span.toDays() + " d";
    }
    if (span.equals(Duration.ofHours(span.toHours())) && span.toHours() > 0) {
      return span.toHours() + " h";
    }
    return span.equals(Duration.ofMinutes(span.toMinutes())) && span.toMinutes() > 0
        ? span.toMinutes() + " min"
        : span.toSeconds() + " s";
  }
}
