package dev.sluice.targets.fusionauth.api;

import dev.sluice.targets.http.Answer;
import dev.sluice.targets.http.TroubleException;
import dev.sluice.targets.http.Vendor;
import java.net.URI;
import java.time.Duration;

/** Explains why FusionAuth does not do what it was asked. */
public final class FusionAuthTroubles {
  private static final Duration WAIT = Duration.ofSeconds(10);

  private FusionAuthTroubles() {}

  /** Describes the FusionAuth at this address. */
  static Vendor fusionAuth(URI url) {
    return new Vendor(
        "FusionAuth",
        url,
        "target.fusionauth.url",
        "/api/status",
        body -> FusionAuthErrors.read(body).told());
  }

  /** FusionAuth answers 401 both for a wrong key and for a key without the right. */
  static TroubleException keyRefused(String call, int status) {
    return TroubleException.lastingAtOneCall(
        "FusionAuth does not allow the API key to call " + call + " (" + status + ").",
        "Correct target.fusionauth.api-key, or give that key this endpoint, under Settings > API"
            + " Keys.");
  }

  /** An answer that FusionAuth would not send in this form: "API errors" in its documents. */
  static TroubleException notFusionAuths(Answer answer) {
    return new TroubleException(
        "The answer of " + answer.status() + " to " + answer.call() + " is not FusionAuth's.",
        "Check whether target.fusionauth.url is its address, and which proxies are before it.",
        WAIT);
  }

  /** A refusal that FusionAuth has no reason for, such as a proxy's 405 or 408. */
  public static TroubleException unexpected(Answer answer) {
    return new TroubleException(
        answer.refusal() + ".", "Check the proxies before FusionAuth.", WAIT);
  }

  /**
   * Returns this answer if FusionAuth did what it was asked.
   *
   * @throws dev.sluice.api.target.TargetException if it refuses a call that is about no user,
   *     because Sluice is misconfigured
   */
  public static Answer expectOk(Answer answer) throws TroubleException {
    if (answer.ok() || answer.status() == 400) {
      return answer.expectOk();
    }
    throw unexpected(answer);
  }
}
