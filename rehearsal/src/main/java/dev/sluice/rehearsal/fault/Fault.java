package dev.sluice.rehearsal.fault;

import java.time.Duration;

/** One way in which a call goes wrong. */
public sealed interface Fault {

  /** TooManyRequestsException. */
  record Throttled() implements Fault {}

  /** InternalErrorException with status 500. */
  record ServerError() implements Fault {}

  /** No answer for this long; then the connection is closed. */
  record Hang(Duration time) implements Fault {}

  /** The right answer, but this much later. */
  record Slow(Duration time) implements Fault {}

  /** The connection is closed without an answer. */
  record ConnectionClosed() implements Fault {}

  /** UserLambdaValidationException: the pool's trigger refused or failed. */
  record TriggerFailed(String message) implements Fault {}

  /** A page token is refused; calls without one are answered. */
  record PageTokenRefused() implements Fault {}

  /** The web application firewall's ForbiddenException. */
  record Forbidden() implements Fault {}

  /** NotAuthorizedException from threat protection. */
  record ThreatProtection() implements Fault {}

  /** A sign-in is answered with this challenge, whatever the password. */
  record Challenge(String name) implements Fault {}

  /** Any other of Cognito's errors, with status 400. */
  record Failure(String type, String message) implements Fault {}
}
