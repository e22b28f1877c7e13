package dev.sluice.rehearsal.pool.signin;

import dev.sluice.rehearsal.pool.call.CognitoError;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Sign-ins that wait for their next call, each by a random name and for three minutes, which is how
 * long a session lasts unless the app client says otherwise (API reference, AuthSessionValidity).
 * The newest 10,000 are kept.
 */
final class Pending<T> {

  private static final Duration LIFETIME = Duration.ofMinutes(3);
  private static final int MOST = 10_000;
  private static final int NAME_BYTES = 60;

  private final InstantSource clock;
  private final SecureRandom random = new SecureRandom();
  private final Map<String, Waiting<T>> waiting =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Waiting<T>> eldest) {
          return size() > MOST;
        }
      };

  Pending(InstantSource clock) {
    this.clock = clock;
  }

  /** Stores it and returns its name, which is Base64. */
  synchronized String add(T what) {
    byte[] bytes = new byte[NAME_BYTES];
    random.nextBytes(bytes);
    String name = Base64.getEncoder().encodeToString(bytes);
    waiting.put(name, new Waiting<>(what, clock.instant().plus(LIFETIME), false));
    return name;
  }

  /** Returns what has this name, unless it is used up or too old. */
  synchronized Optional<T> find(String name) {
    return Optional.ofNullable(waiting.get(name))
        .filter(found -> !found.used() && clock.instant().isBefore(found.until()))
        .map(Waiting::what);
  }

  /** Uses it up; false if it was used already, or is too old. */
  synchronized boolean use(String name) {
    if (find(name).isEmpty()) {
      return false;
    }
    waiting.computeIfPresent(name, (key, one) -> new Waiting<>(one.what(), one.until(), true));
    return true;
  }

  /** Returns why a name is not accepted, in Cognito's words. */
  synchronized CognitoError refused(String name) {
    Waiting<T> found = waiting.get(name);
    if (found == null) {
      return CognitoError.notAuthorized("Invalid session for the user.");
    }
    return CognitoError.notAuthorized(
        found.used()
            ? "Invalid session for the user, session can only be used once."
            : "Invalid session for the user, session is expired.");
  }

  private record Waiting<T>(T what, Instant until, boolean used) {}
}
