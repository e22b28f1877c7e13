package dev.sluice.targets.http;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** Sends requests and turns failures on the way into {@link TroubleException}. */
public final class Wire implements AutoCloseable {
  private static final JsonMapper MAPPER = JsonMapper.shared();
  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);
  private static final Duration DEFAULT_WAIT = Duration.ofSeconds(5);

  /** The most bytes of an answer: several times a page of a backup with 1,000 large users. */
  private static final long LONGEST = 256_000_000;

  private static final Duration LONGEST_WAIT = Duration.ofMinutes(5);

  private final HttpClient http =
      HttpClient.newBuilder()
          // Without TLS, HTTP/2 begins as an upgrade of some request, perhaps one of a megabyte.
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(CONNECT_TIMEOUT)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();
  private final Vendor vendor;
  private final Duration timeout;

  /** Makes a wire to this vendor with this timeout for each answer. */
  public Wire(Vendor vendor, Duration timeout) {
    this.vendor = vendor;
    this.timeout = timeout;
  }

  /** Returns the vendor's address. */
  public URI url() {
    return vendor.url();
  }

  /**
   * Returns any answer except a redirect, 429, 5xx, and a 2xx or 404 that is not JSON, which are
   * troubles.
   */
  public Answer send(String call, HttpRequest.Builder request) throws TroubleException {
    HttpResponse<String> response = exchange(request.timeout(timeout).build());
    int status = response.statusCode();
    if (status / 100 == 3) {
      String location = response.headers().firstValue("Location").orElse("nowhere");
      throw TroubleException.redirected(vendor, call, location);
    }
    if (status == 503) {
      throw TroubleException.starting(vendor, retryAfter(response.headers()));
    }
    if (status == 429) {
      throw TroubleException.tooMany(vendor, retryAfter(response.headers()));
    }
    if (status / 100 == 5) {
      throw TroubleException.failed(vendor, call, status, retryAfter(response.headers()));
    }
    return new Answer(
        vendor,
        call,
        status,
        json(call, response),
        response.headers().firstValue("Location").map(URI::create));
  }

  private HttpResponse<String> exchange(HttpRequest request) throws TroubleException {
    try {
      return http.send(request, BoundedText.handler(LONGEST));
    } catch (HttpTimeoutException e) {
      throw TroubleException.tooSlow(vendor, timeout, e);
    } catch (IOException e) {
      if (isTooLong(e)) {
        throw TroubleException.tooLong(vendor, e);
      }
      throw TroubleException.unreachable(vendor, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw TroubleException.interrupted(vendor, e);
    }
  }

  private static boolean isTooLong(IOException failure) {
    return failure instanceof BoundedText.TooLongException
        || failure.getCause() instanceof BoundedText.TooLongException;
  }

  private JsonNode json(String call, HttpResponse<String> response) throws TroubleException {
    if (response.body().isBlank()) {
      return MissingNode.getInstance();
    }
    try {
      return MAPPER.readTree(response.body());
    } catch (JacksonException _) {
      // "Not found" in another format comes from a proxy while the vendor is unavailable.
      if (response.statusCode() / 100 == 2 || response.statusCode() == 404) {
        throw TroubleException.notJson(vendor, call);
      }
      return MissingNode.getInstance();
    }
  }

  private static Duration retryAfter(HttpHeaders headers) {
    try {
      Duration told = Duration.ofSeconds(headers.firstValueAsLong("Retry-After").orElse(-1));
      if (told.isNegative()) {
        return DEFAULT_WAIT;
      }
      return told.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : told;
    } catch (NumberFormatException _) {
      return DEFAULT_WAIT;
    }
  }

  @Override
  public void close() {
    http.close();
  }
}
