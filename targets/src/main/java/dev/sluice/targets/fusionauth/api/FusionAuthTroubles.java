package dev.sluice.targets.fusionauth.api;

import dev.sluice.targets.http.Answer;
import dev.sluice.targets.http.TroubleException;
import dev.sluice.targets.http.Vendor;
import java.net.URI;
import java.time.Duration;

/** What is said when FusionAuth does not do what it was asked. */
public final class FusionAuthTroubles {
  private static final Duration WAIT = Duration.ofSeconds(10);

  private FusionAuthTroubles() {}

  /** The FusionAuth at this address. */
  static Vendor fusionAuth(URI url) {
    return new Vendor(
        "FusionAuth",
        url,
        "target.fusionauth.url",
        "/api/status",
        body -> FusionAuthErrors.read(body).told());
  }

  /** FusionAuth gives 401 for a wrong key and for one without the right alike. */
  static TroubleException keyRefused(String call, int status) {
    return new TroubleException(
        "FusionAuth does not let the API key " + call + " (" + status + ").",
        "Correct target.fusionauth.api-key, or give that key this endpoint, under Settings > API"
            + " Keys.",
        Duration.ofSeconds(30));
  }

  /** FusionAuth would not say it so: "API errors" in its documents. */
  static TroubleException notFusionAuths(Answer answer) {
    return new TroubleException(
        "The answer of " + answer.status() + " to " + answer.call() + " is not FusionAuth's.",
        "See whether target.fusionauth.url is its address, and what stands before it.",
        WAIT);
  }

  /** A refusal that FusionAuth has no reason for, such as the 405 or 408 of a proxy. */
  public static TroubleException unexpected(Answer answer) {
    return new TroubleException(answer.refusal() + ".", "See what stands before FusionAuth.", WAIT);
  }

  /**
   * This answer, if FusionAuth did what it was asked.
   *
   * @throws dev.sluice.api.target.TargetException when it says what is wrong with a call that is
   *     about nobody: Sluice is not set up as it should be
   */
  public static Answer expectOk(Answer answer) throws TroubleException {
    if (answer.ok() || answer.status() == 400) {
      return answer.expectOk();
    }
    throw unexpected(answer);
  }
}
