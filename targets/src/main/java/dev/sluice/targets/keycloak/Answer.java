package dev.sluice.targets.keycloak;

import dev.sluice.migration.target.TargetException;
import java.net.URI;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * What Keycloak answered to a call that it understood.
 *
 * @param call the method and path, for messages
 * @param status 2xx, 400, 404, 409 or another 4xx that is not about who asks
 * @param body missing where there was none
 * @param location of what was created, where told
 */
record Answer(String call, int status, JsonNode body, Optional<URI> location) {

  boolean ok() {
    return status / 100 == 2;
  }

  boolean missing() {
    return status == 404;
  }

  boolean conflict() {
    return status == 409;
  }

  /** Whether the request was more than Keycloak, or a proxy before it, takes at once. */
  boolean tooLarge() {
    return status == 413;
  }

  /**
   * This answer, if Keycloak did what it was asked.
   *
   * @throws TargetException otherwise, with what Keycloak said
   */
  Answer expectOk() {
    if (ok()) {
      return this;
    }
    throw new TargetException("Keycloak answered " + status + " to " + call + said() + ".");
  }

  /**
   * As {@link #expectOk}, of a call that names a part of our extension: Keycloak answers 400 where
   * it does not know it.
   */
  Answer expectExtension() {
    if (status == 400) {
      throw new TargetException(
          "Keycloak answered 400 to "
              + call
              + said()
              + ". Put sluice-keycloak-extension-*.jar into Keycloak's providers/ if it is not"
              + " there, run `kc.sh build` and restart.");
    }
    return expectOk();
  }

  /** What Keycloak said was wrong, with a colon before it; empty where it said nothing. */
  String said() {
    for (String field : new String[] {"errorMessage", "error_description", "error"}) {
      String text = body.path(field).asString("");
      if (!text.isBlank()) {
        return ": " + text;
      }
    }
    return "";
  }
}
