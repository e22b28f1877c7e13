package dev.sluice.targets.keycloak;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Keycloak could not be asked, or would not answer: what is wrong, and what to do. */
final class TroubleException extends IOException {
  private static final long serialVersionUID = 1L;

  private final String problem;
  private final String remedy;
  private final Duration after;

  private TroubleException(
      String problem, String remedy, Duration after, @Nullable Throwable cause) {
    super(problem + " " + remedy, cause);
    this.problem = problem;
    this.remedy = remedy;
    this.after = after;
  }

  /** The problem and the remedy as one text. */
  String told() {
    return problem + " " + remedy;
  }

  String problem() {
    return problem;
  }

  String remedy() {
    return remedy;
  }

  /** How long to wait before another try. */
  Duration after() {
    return after;
  }

  static TroubleException unreachable(URI url, IOException cause) {
    return new TroubleException(
        "Keycloak cannot be reached at " + url + " (" + reason(cause) + ").",
        "Start it, or correct target.keycloak.url.",
        Duration.ofSeconds(5),
        cause);
  }

  static TroubleException tooSlow(URI url, Duration waited, IOException cause) {
    return new TroubleException(
        "Keycloak at " + url + " gave no answer within " + waited.toSeconds() + " s.",
        "See its log and its load; the same request may be repeated.",
        Duration.ofSeconds(10),
        cause);
  }

  static TroubleException interrupted(URI url, InterruptedException cause) {
    return new TroubleException(
        "The wait for Keycloak at " + url + " was interrupted.",
        "Run the command again.",
        Duration.ZERO,
        cause);
  }

  static TroubleException starting(URI url, Duration after) {
    return new TroubleException(
        "Keycloak at " + url + " answered 503: it is still starting, or overloaded.",
        "Wait until " + url + "/realms/master answers.",
        after,
        null);
  }

  static TroubleException failed(String call, int status, Duration after) {
    return new TroubleException(
        "Keycloak failed with " + status + " at " + call + ".", "See its log.", after, null);
  }

  static TroubleException redirected(String call, String location) {
    return new TroubleException(
        "Keycloak answered " + call + " with a redirect to " + location + ".",
        "Put the address that Keycloak really has into target.keycloak.url; secrets are not sent"
            + " on to other places.",
        Duration.ofSeconds(30),
        null);
  }

  static TroubleException notKeycloak(String call) {
    return new TroubleException(
        "The answer to " + call + " is not JSON.",
        "See whether target.keycloak.url is Keycloak's address and not another server's.",
        Duration.ofSeconds(30),
        null);
  }

  static TroubleException refused(Credentials credentials, String detail) {
    return new TroubleException(
        "Keycloak refused the credentials of " + credentials.name() + detail + ".",
        remedyFor(credentials),
        Duration.ofSeconds(30),
        null);
  }

  static TroubleException notAllowed(Credentials credentials, String call) {
    return new TroubleException(
        "Keycloak does not allow " + credentials.name() + " to " + call + " (403).",
        "Give its service account, or this administrator, the role realm-admin of"
            + " realm-management.",
        Duration.ofSeconds(30),
        null);
  }

  static TroubleException realmMissing(String realm, String remedy) {
    return new TroubleException(
        "Keycloak has no realm \"" + realm + "\".", remedy, Duration.ofSeconds(30), null);
  }

  private static String remedyFor(Credentials credentials) {
    return switch (credentials) {
      case Credentials.ServiceAccount _ ->
          "Correct target.keycloak.client-id and client-secret, and turn the client's service"
              + " account on.";
      case Credentials.Administrator _ ->
          "Correct target.keycloak.admin-username and admin-password, of the realm master.";
    };
  }

  private static String reason(IOException cause) {
    String message = cause.getMessage();
    return message == null || message.isBlank() ? cause.getClass().getSimpleName() : message;
  }
}
