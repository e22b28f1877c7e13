package dev.sluice.targets.keycloak.api;

import dev.sluice.targets.http.Answer;
import dev.sluice.targets.http.TroubleException;
import dev.sluice.targets.http.UrlPath;
import dev.sluice.targets.http.Wire;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Gets an access token, caches it, and renews it before it expires. */
final class AccessTokens {
  private static final Duration RENEW_BEFORE_END = Duration.ofSeconds(15);

  private final Wire wire;
  private final AdminCredentials adminCredentials;
  private final InstantSource clock;
  private @Nullable AccessToken current;

  AccessTokens(Wire wire, AdminCredentials adminCredentials, InstantSource clock) {
    this.wire = wire;
    this.adminCredentials = adminCredentials;
    this.clock = clock;
  }

  /** Returns a token that is valid for some seconds at least. */
  synchronized AccessToken get() throws TroubleException {
    if (current == null || !clock.instant().isBefore(current.renewAt())) {
      current = fetch();
    }
    return current;
  }

  /** Drops a refused token, unless a newer one has replaced it. */
  synchronized void forget(AccessToken refused) {
    if (refused.equals(current)) {
      current = null;
    }
  }

  private AccessToken fetch() throws TroubleException {
    Instant asked = clock.instant();
    String path = "/realms/" + UrlPath.encode(adminCredentials.tokenRealm());
    URI uri = URI.create(wire.url() + path + "/protocol/openid-connect/token");
    Answer answer =
        wire.send(
            "POST " + uri.getPath(),
            HttpRequest.newBuilder(uri)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form(adminCredentials.tokenForm()))));
    String value = answer.body().path("access_token").asString("");
    if (value.isEmpty() && !isOfATokenEndpoint(answer)) {
      throw elsewhere(answer);
    }
    if (!answer.ok() || value.isEmpty()) {
      throw KeycloakTroubles.refused(adminCredentials, answer.said());
    }
    Duration life = Duration.ofSeconds(answer.body().path("expires_in").asLong(60));
    return new AccessToken(value, asked.plus(usable(life)));
  }

  /** A token endpoint explains what it refuses (RFC 6749, 5.2, as Keycloak answers it). */
  private static boolean isOfATokenEndpoint(Answer answer) {
    return !answer.missing() && !answer.body().path("error_description").asString("").isBlank();
  }

  /** Returns what is wrong where the realm has no token endpoint: the realm, or the address. */
  private TroubleException elsewhere(Answer answer) {
    KeycloakAddress address = new KeycloakAddress(wire);
    if (!address.isRight()) {
      Optional<URI> likely = address.likely();
      if (likely.isPresent() || address.isOfAPage()) {
        return KeycloakTroubles.noKeycloak(wire.url(), likely);
      }
    }
    return answer.missing()
        ? realmMissing()
        : KeycloakTroubles.refused(adminCredentials, answer.said());
  }

  private TroubleException realmMissing() {
    return KeycloakTroubles.realmMissing(
        adminCredentials.tokenRealm(),
        "Set target.keycloak.admin-username and admin-password so that `sluice provision` can"
            + " create it, or correct target.keycloak.realm and url. Below the right url"
            + " /realms/master answers.");
  }

  private static Duration usable(Duration life) {
    Duration early = life.minus(RENEW_BEFORE_END);
    return early.isNegative() ? life.dividedBy(2) : early;
  }

  private static String form(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(field -> field.getKey() + "=" + encode(field.getValue()))
        .collect(Collectors.joining("&"));
  }

  private static String encode(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }
}
