package dev.sluice.keycloak.gateway;

import dev.sluice.keycloak.settings.GatewaySettings;
import dev.sluice.keycloak.wire.WireJson;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;

/** Calls the gateway; it never throws for network failures. */
public final class GatewayClient {
  private static final Logger LOG = Logger.getLogger(GatewayClient.class);

  private final HttpClient http =
      HttpClient.newBuilder()
          .connectTimeout(Duration.ofSeconds(2))
          .version(HttpClient.Version.HTTP_1_1)
          .build();

  /** By the gateway's address: realms may have gateways of their own. */
  private final Map<URI, WaitingLogins> waiting = new ConcurrentHashMap<>();

  /** Asks whether the password is the user's. */
  public Verdict firstLogin(GatewaySettings settings, LoginQuestion question) {
    return waiting
        .computeIfAbsent(settings.url(), url -> new WaitingLogins())
        .ask(settings.timeout(), () -> asked(settings, question));
  }

  private Verdict asked(GatewaySettings settings, LoginQuestion question) {
    try {
      HttpResponse<String> answer = post(settings, "/v1/first-login", question.body());
      return VerdictJson.read(
          answer.statusCode(), answer.body(), answer.headers().firstValue("Retry-After"));
    } catch (NoAnswerException e) {
      return new Verdict.None(e.getMessage(), 5);
    }
  }

  /** Lets the old system check an answer to its second factor. */
  public CodeVerdict code(GatewaySettings settings, CodeQuestion question) {
    try {
      HttpResponse<String> answer = post(settings, "/v1/first-login/code", question.body());
      return CodeVerdictJson.read(
          answer.statusCode(), answer.body(), answer.headers().firstValue("Retry-After"));
    } catch (NoAnswerException e) {
      return new CodeVerdict.None(e.getMessage(), 5);
    }
  }

  /** Asks whether a user that has not moved has a second factor in the old system. */
  public OldFactor secondFactor(GatewaySettings settings, String userId) {
    String path = "/v1/users/" + PathSegment.of(userId) + "/second-factor";
    try {
      HttpResponse<String> answer = send(settings, request(settings, path).GET().build());
      return OldFactor.read(answer.statusCode(), answer.body());
    } catch (NoAnswerException e) {
      LOG.warnf("Cannot find out whether %s has a second factor: %s", userId, e.getMessage());
      return OldFactor.UNKNOWN;
    }
  }

  /** Reports that the user's password is now here. */
  public Receipt settled(GatewaySettings settings, String userId, String by) {
    return note(settings, "/v1/settled", Map.of("userId", userId, "by", by));
  }

  /** Reports that a user that had not moved was deleted. */
  public Receipt gone(GatewaySettings settings, String userId) {
    return note(settings, "/v1/gone", Map.of("userId", userId));
  }

  /** Asks whether a login belongs to a user that has not moved yet. */
  public LoginAvailability availability(GatewaySettings settings, String login) {
    try {
      HttpResponse<String> answer =
          send(settings, request(settings, "/v1/users/" + PathSegment.of(login)).GET().build());
      return LoginAvailabilityJson.read(
          answer.statusCode(),
          answer.headers().firstValue("Content-Type").orElse(""),
          answer.body());
    } catch (NoAnswerException e) {
      LOG.warnf("Could not ask the gateway whose a login is: %s", e.getMessage());
      return LoginAvailability.NOT_KNOWN;
    }
  }

  private Receipt note(GatewaySettings settings, String path, Map<String, Object> body) {
    try {
      HttpResponse<String> answer = post(settings, path, body);
      String contentType = answer.headers().firstValue("Content-Type").orElse("");
      Receipt receipt = Receipt.of(answer.statusCode(), contentType);
      if (receipt == Receipt.NOT_NOW) {
        LOG.warnf("The gateway answered HTTP %d to %s for %s", answer.statusCode(), path, body);
      }
      return receipt;
    } catch (NoAnswerException e) {
      LOG.warnf("%s for %s did not reach the gateway: %s", path, body, e.getMessage());
      return Receipt.NOT_NOW;
    }
  }

  private HttpResponse<String> post(GatewaySettings settings, String path, Map<String, Object> body)
      throws NoAnswerException {
    return send(
        settings,
        request(settings, path)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(WireJson.write(body), StandardCharsets.UTF_8))
            .build());
  }

  private HttpResponse<String> send(GatewaySettings settings, HttpRequest request)
      throws NoAnswerException {
    CompletableFuture<HttpResponse<String>> answer = http.sendAsync(request, BoundedText.handler());
    try {
      return answer.get(settings.timeout().toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      answer.cancel(true);
      throw new NoAnswerException("the gateway did not answer in time");
    } catch (ExecutionException e) {
      throw new NoAnswerException(
          e.getCause() instanceof BoundedText.TooLongException
              ? "the gateway's answer is too long to be one"
              : "the gateway cannot be reached: " + kind(e));
    } catch (InterruptedException e) {
      answer.cancel(true);
      Thread.currentThread().interrupt();
      throw new NoAnswerException("the login was interrupted");
    }
  }

  private static HttpRequest.Builder request(GatewaySettings settings, String path)
      throws NoAnswerException {
    try {
      return HttpRequest.newBuilder(settings.resolve(path))
          .header("Authorization", "Bearer " + settings.token());
    } catch (IllegalArgumentException e) {
      throw new NoAnswerException("the gateway's URL or token is not usable");
    }
  }

  private static String kind(ExecutionException e) {
    return Optional.ofNullable(e.getCause())
        .map(cause -> cause.getClass().getSimpleName())
        .orElse("unknown");
  }

  private static final class NoAnswerException extends Exception {
    private static final long serialVersionUID = 1L;

    NoAnswerException(String message) {
      super(message);
    }

    @Override
    public String getMessage() {
      return String.valueOf(super.getMessage());
    }
  }
}
