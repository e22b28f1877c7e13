package dev.sluice.keycloak.login.grant;

import dev.sluice.keycloak.gateway.Verdict;
import dev.sluice.keycloak.login.ShownMessage;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.AuthenticationFlowError;
import org.keycloak.events.Errors;
import org.keycloak.representations.idm.OAuth2ErrorRepresentation;

/**
 * Answers an application that gets no tokens. All answers except a wrong password are challenges,
 * because a failure would count towards the user's lockout.
 */
final class GrantAnswers {
  /**
   * Keycloak's own text, for all refusals. It is terse for a locked-out user, but Keycloak uses it
   * for a wrong OTP too: a different text here would reveal that the password is right.
   */
  private static final String REFUSED = "Invalid user credentials";

  private GrantAnswers() {}

  /** Answers a missing or wrong code like Keycloak's own step. */
  static void refuse(AuthenticationFlowContext context) {
    if (context.getUser() != null) {
      context.getEvent().user(context.getUser());
    }
    context.getEvent().error(Errors.INVALID_USER_CREDENTIALS);
    context.failure(AuthenticationFlowError.INVALID_USER, badRequest(REFUSED));
  }

  /** Answers like a wrong password, but does not count as one. */
  static void refuseUncounted(AuthenticationFlowContext context, Verdict verdict) {
    context.getEvent().user(context.getUser()).error(ShownMessage.eventError(verdict));
    context.forceChallenge(badRequest(REFUSED));
  }

  static void tryLater(AuthenticationFlowContext context, Verdict.None none) {
    context.getEvent().error(ShownMessage.eventError(none));
    Response answer =
        answer(
            Response.Status.SERVICE_UNAVAILABLE,
            "temporarily_unavailable",
            none.lasting()
                ? ShownMessage.CANNOT_MOVE_TO_APPLICATION
                : "The login cannot be checked at the moment; try again shortly");
    context.forceChallenge(
        Response.fromResponse(answer)
            .header("Retry-After", String.valueOf(none.retryAfterSeconds()))
            .build());
  }

  static void comeLater(AuthenticationFlowContext context, Verdict.NotYet notYet) {
    context.getEvent().error(ShownMessage.eventError(notYet));
    context.forceChallenge(badRequest(ShownMessage.toApplication(notYet)));
  }

  /** Answers like Keycloak itself if the user must act in a browser first. */
  static void setUpFirst(AuthenticationFlowContext context) {
    context.getEvent().error(Errors.RESOLVE_REQUIRED_ACTIONS);
    context.forceChallenge(badRequest("Account is not fully set up"));
  }

  private static Response badRequest(String description) {
    return answer(Response.Status.BAD_REQUEST, "invalid_grant", description);
  }

  private static Response answer(Response.Status status, String error, String description) {
    return Response.status(status)
        .entity(new OAuth2ErrorRepresentation(error, description))
        .type(MediaType.APPLICATION_JSON_TYPE)
        .build();
  }
}
