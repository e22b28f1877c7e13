package dev.sluice.targets.fusionauth.api;

import dev.sluice.targets.http.Answer;
import dev.sluice.targets.http.TroubleException;
import dev.sluice.targets.http.Wire;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import tools.jackson.databind.JsonNode;

/**
 * FusionAuth's API. Blocks; safe for use by many threads. Paths begin at {@code /api} and have
 * their segments encoded. A refused API key is a trouble, and so is a 400 or 404 that FusionAuth
 * would not send in this form; every other refusal is an answer.
 */
public final class FusionAuthApi implements AutoCloseable {
  private final Wire wire;
  private final FusionAuthOptions options;

  public FusionAuthApi(FusionAuthOptions options) {
    this(options, options.timeout());
  }

  /** Returns the same API with another timeout. */
  public FusionAuthApi(FusionAuthOptions options, Duration timeout) {
    this.options = options;
    this.wire = new Wire(FusionAuthTroubles.fusionAuth(options.url()), timeout);
  }

  /** Returns the tenant that calls are about. */
  public String tenantId() {
    return options.tenantId().toString();
  }

  /** Reads in the tenant. */
  public Answer get(String path) throws TroubleException {
    return call("GET", path, BodyPublishers.noBody(), true);
  }

  /** Creates or does something in the tenant. */
  public Answer post(String path, JsonNode body) throws TroubleException {
    return call("POST", path, BodyPublishers.ofString(body.toString()), true);
  }

  /** Replaces something in the tenant. */
  public Answer put(String path, JsonNode body) throws TroubleException {
    return call("PUT", path, BodyPublishers.ofString(body.toString()), true);
  }

  /** Changes what {@code body} names and leaves the rest. */
  public Answer patch(String path, JsonNode body) throws TroubleException {
    return call("PATCH", path, BodyPublishers.ofString(body.toString()), true);
  }

  /** Removes something in the tenant. */
  public Answer delete(String path) throws TroubleException {
    return call("DELETE", path, BodyPublishers.noBody(), true);
  }

  /** Reads without naming the tenant, which may not exist yet. */
  public Answer getOutsideTenant(String path) throws TroubleException {
    return call("GET", path, BodyPublishers.noBody(), false);
  }

  /** Posts as {@link #post} without naming the tenant, which may not exist yet. */
  public Answer postOutsideTenant(String path, JsonNode body) throws TroubleException {
    return call("POST", path, BodyPublishers.ofString(body.toString()), false);
  }

  /** Puts as {@link #put} an object that belongs to no tenant. */
  public Answer putOutsideTenant(String path, JsonNode body) throws TroubleException {
    return call("PUT", path, BodyPublishers.ofString(body.toString()), false);
  }

  private Answer call(String method, String path, BodyPublisher body, boolean inTenant)
      throws TroubleException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(wire.url() + path))
            .header("Authorization", options.apiKey().reveal())
            .header("Content-Type", "application/json")
            .header("Accept", "application/json")
            .method(method, body);
    if (inTenant) {
      request.header("X-FusionAuth-TenantId", tenantId());
    }
    int query = path.indexOf('?');
    Answer answer =
        wire.send(method + " " + (query < 0 ? path : path.substring(0, query)), request);
    if (answer.status() == 401 || answer.status() == 403) {
      throw FusionAuthTroubles.keyRefused(answer.call(), answer.status());
    }
    if (isOfSomebodyElse(answer)) {
      throw FusionAuthTroubles.notFusionAuths(answer);
    }
    return answer;
  }

  /**
   * Tells FusionAuth's own answers from others: it explains a 400 and sends a 404 without a body.
   */
  private static boolean isOfSomebodyElse(Answer answer) {
    return switch (answer.status()) {
      case 400 -> !answer.body().isObject();
      case 404 -> !answer.body().isMissingNode() && !FusionAuthErrors.areIn(answer.body());
      default -> false;
    };
  }

  @Override
  public void close() {
    wire.close();
  }
}
