package dev.sluice.targets.fusionauth;

import dev.sluice.targets.http.TroubleException;
import dev.sluice.targets.http.Vendor;
import java.net.URI;
import java.time.Duration;

/** What is said when FusionAuth does not do what it was asked. */
final class FusionAuthTroubles {
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
}
