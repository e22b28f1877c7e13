package dev.sluice.cognito.answer;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Counts errors that {@link KnownErrors} does not have, and logs the first of each operation and
 * type, however many logins meet it. Safe for use by many threads.
 */
public final class UnknownErrors {
  private static final Logger LOG = LoggerFactory.getLogger(UnknownErrors.class);

  /** More kinds than a service can have; a stand-in that makes them up must not fill the memory. */
  private static final int MOST_KINDS = 100;

  private final Logger log;
  private final Map<String, AtomicLong> counts = new ConcurrentHashMap<>();

  public UnknownErrors() {
    this(LOG);
  }

  UnknownErrors(Logger log) {
    this.log = log;
  }

  /**
   * Counts one, and logs it where it is the first of its kind.
   *
   * @param operation such as {@code AdminInitiateAuth}
   * @param type AWS's name for the error
   * @param detail for the log; holds no secret
   */
  public void met(String operation, String type, String detail) {
    String kind = operation + " " + type;
    if (!counts.containsKey(kind) && counts.size() >= MOST_KINDS) {
      kind = "others";
    }
    if (counts.computeIfAbsent(kind, first -> new AtomicLong()).incrementAndGet() == 1) {
      log.warn(
          "The user pool answered {} with an error that this version of Sluice does not know, which"
              + " proves nothing: {}. More of this kind are counted, not logged.",
          operation,
          detail);
    }
  }

  /** Logs the counts, where there is more to say than was logged before. */
  public void sum() {
    counts()
        .forEach((kind, count) -> {
          if (count > 1) {
            log.warn(
                "An error that this version of Sluice does not know, {}, came {} times.",
                kind,
                count);
          }
        });
  }

  /** Returns how many there were, by operation and type. */
  public Map<String, Long> counts() {
    Map<String, Long> all = new TreeMap<>();
    counts.forEach((kind, count) -> all.put(kind, count.get()));
    return all;
  }
}
