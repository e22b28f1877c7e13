package dev.sluice.targets.http;

import dev.sluice.api.target.TargetException;
import java.net.URI;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * A vendor's answer to a call that it understood.
 *
 * @param call the method and path, for messages
 * @param status 2xx, 400, 404, 409 or another 4xx that is not about the caller's rights
 * @param body missing if there was none
 * @param location of what was created, if the vendor named it
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

  /** Tells whether the request exceeded what the vendor, or a proxy before it, takes at once. */
  public boolean tooLarge() {
    return status == 413;
  }

  /**
   * Returns this answer if the vendor did what it was asked.
   *
   * @throws TargetException otherwise, with what the vendor said
   */
  public Answer expectOk() {
    if (ok()) {
      return this;
    }
    throw new TargetException(refusal() + ".");
  }

  /** Returns that the vendor refused the call, with its reason; a sentence without a full stop. */
  public String refusal() {
    return vendor.name() + " answered " + status + " to " + call + said();
  }

  /** Returns the vendor's reason after a colon; empty if it gave none. */
  public String said() {
    String text = vendor.complaint().apply(body);
    return text.isBlank() ? "" : ": " + text;
  }
}
