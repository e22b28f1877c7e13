package dev.sluice.targets.http;

import dev.sluice.api.target.TargetException;
import java.net.URI;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * What a vendor answered to a call that it understood.
 *
 * @param call the method and path, for messages
 * @param status 2xx, 400, 404, 409 or another 4xx that is not about who asks
 * @param body missing where there was none
 * @param location of what was created, where told
 */
public record Answer(
    Vendor vendor, String call, int status, JsonNode body, Optional<URI> location) {

  public boolean ok() {
    return status / 100 == 2;
  }

  public boolean missing() {
    return status == 404;
  }

  public boolean conflict() {
    return status == 409;
  }

  /** Whether the request was more than the vendor, or a proxy before it, takes at once. */
  public boolean tooLarge() {
    return status == 413;
  }

  /**
   * This answer, if the vendor did what it was asked.
   *
   * @throws TargetException otherwise, with what the vendor said
   */
  public Answer expectOk() {
    if (ok()) {
      return this;
    }
    throw new TargetException(refusal() + ".");
  }

  /** That the vendor did not do what it was asked, and what it said; a sentence without its end. */
  public String refusal() {
    return vendor.name() + " answered " + status + " to " + call + said();
  }

  /** What the vendor said was wrong, with a colon before it; empty where it said nothing. */
  public String said() {
    String text = vendor.complaint().apply(body);
    return text.isBlank() ? "" : ": " + text;
  }
}
