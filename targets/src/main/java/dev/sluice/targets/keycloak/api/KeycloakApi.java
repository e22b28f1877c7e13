package dev.sluice.targets.keycloak.api;

import dev.sluice.targets.http.Answer;
import dev.sluice.targets.http.TroubleException;
import dev.sluice.targets.http.UrlPath;
import dev.sluice.targets.http.Wire;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * Keycloak's admin API. Blocks; safe for use by many threads. Paths begin at {@code /admin} and
 * have their segments encoded.
 */
public final class KeycloakApi implements AutoCloseable {
  private static final Duration TIMEOUT = Duration.ofSeconds(60);

  private final Wire wire;
  private final AdminCredentials adminCredentials;
  private final AccessTokens tokens;
  private final String realmPath;

  public KeycloakApi(KeycloakOptions options) {
    this(options, InstantSource.system(), TIMEOUT);
  }

  public KeycloakApi(KeycloakOptions options, InstantSource clock, Duration timeout) {
    this.wire = new Wire(KeycloakTroubles.keycloak(options.url()), timeout);
    this.adminCredentials = options.adminCredentials();
    this.tokens = new AccessTokens(wire, adminCredentials, clock);
    this.realmPath = "/admin/realms/" + UrlPath.encode(options.realm());
  }

  /** Returns the path of the realm, or of something in it: {@code realm("/users")}. */
  public String realm(String rest) {
    return realmPath + rest;
  }

  /**
   * Returns the address by which a realm names itself, such as {@code
   * https://login.example.org/realms/customers}; empty if it does not say. It differs from the one
   * that Sluice calls where Keycloak has an address of its own for administrators.
   */
  public Optional<String> issuer(String realm) throws TroubleException {
    String path = "/realms/" + UrlPath.encode(realm) + "/.well-known/openid-configuration";
    Answer answer =
        wire.send(
            "GET " + path,
            HttpRequest.newBuilder(URI.create(wire.url() + path))
                .header("Accept", "application/json"));
    return Optional.of(answer.body().path("issuer").asString("")).filter(text -> !text.isBlank());
  }

  public Answer get(String path) throws TroubleException {
    return call("GET", path, BodyPublishers.noBody());
  }

  public Answer post(String path, JsonNode body) throws TroubleException {
    return call("POST", path, BodyPublishers.ofString(body.toString()));
  }

  public Answer post(String path, byte[] json) throws TroubleException {
    return call("POST", path, BodyPublishers.ofByteArray(json));
  }

  public Answer put(String path, JsonNode body) throws TroubleException {
    return call("PUT", path, BodyPublishers.ofString(body.toString()));
  }

  public Answer delete(String path) throws TroubleException {
    return call("DELETE", path, BodyPublishers.noBody());
  }

  private Answer call(String method, String path, BodyPublisher body) throws TroubleException {
    AccessToken token = tokens.get();
    Answer answer = send(method, path, body, token);
    if (answer.status() == 401) {
      // The realm's keys or the session may have changed; a new token must be accepted.
      tokens.forget(token);
      answer = send(method, path, body, tokens.get());
    }
    if (answer.status() == 401) {
      throw KeycloakTroubles.refused(adminCredentials, ", with a fresh token");
    }
    if (answer.status() == 403) {
      throw KeycloakTroubles.notAllowed(adminCredentials, answer.call());
    }
    return answer;
  }

  private Answer send(String method, String path, BodyPublisher body, AccessToken token)
      throws TroubleException {
    return wire.send(
        method + " " + path,
        HttpRequest.newBuilder(URI.create(wire.url() + path))
            .header("Authorization", "Bearer " + token.value())
            .header("Content-Type", "application/json")
            .header("Accept", "application/json")
            .method(method, body));
  }

  @Override
  public void close() {
    wire.close();
  }
}
