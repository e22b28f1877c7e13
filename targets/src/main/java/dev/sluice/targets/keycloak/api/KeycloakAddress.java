package dev.sluice.targets.keycloak.api;

import dev.sluice.targets.http.Answer;
import dev.sluice.targets.http.TroubleException;
import dev.sluice.targets.http.Wire;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Looks for the Keycloak that an address should have named: addresses are copied from browsers,
 * with a realm or the console's path at their end, and older versions had everything below {@code
 * /auth}.
 */
final class KeycloakAddress {
  private static final Pattern COPIED_TOO_MUCH = Pattern.compile("/(realms|admin)(/.*)?$");
  private static final Pattern AUTH = Pattern.compile("/auth/*$");

  private final Wire wire;

  KeycloakAddress(Wire wire) {
    this.wire = wire;
  }

  /** Returns whether a Keycloak answers at the address that was given. */
  boolean isRight() {
    return isKeycloak(wire.url());
  }

  /** Returns whether it is the address of a page or a realm, below which no Keycloak can be. */
  boolean isOfAPage() {
    return COPIED_TOO_MUCH.matcher(wire.url().toString()).find();
  }

  /** Returns an address near the given one at which a Keycloak answers. */
  Optional<URI> likely() {
    String given = wire.url().toString();
    String shorter = COPIED_TOO_MUCH.matcher(given).replaceFirst("");
    Set<String> near = new LinkedHashSet<>();
    near.add(shorter);
    near.add(AUTH.matcher(shorter).replaceFirst(""));
    near.add(AUTH.matcher(shorter).replaceFirst("") + "/auth");
    near.remove(given);
    return near.stream().map(URI::create).filter(this::isKeycloak).findFirst();
  }

  /** Every Keycloak has the realm master, and describes it to everybody. */
  private boolean isKeycloak(URI url) {
    try {
      URI realm = URI.create(url + "/realms/master");
      Answer answer = wire.send("GET " + realm.getPath(), HttpRequest.newBuilder(realm).GET());
      return answer.ok() && answer.body().path("realm").asString("").equals("master");
    } catch (TroubleException _) {
      return false;
    }
  }
}
