package dev.sluice.api.ledger;

import java.time.Instant;

/**
 * A run that has begun and not ended: it is at work now, or was cut short.
 *
 * @param scope the name of the users whom it is about; empty when it is all users
 * @param read how many users it has read so far
 */
public record UnfinishedRun(String name, String scope, Instant started, long read) {

  /** Returns the segment whose users it is about; empty when it is all users. */
  public String segment() {
    int at = scope.indexOf(RunScope.IN);
    return at < 0 ? scope : scope.substring(0, at);
  }

  /** Returns the id of the archive from which it moves them; empty when it is the pool. */
  public String archive() {
    return scope.substring(Math.min(scope.length(), segment().length() + 1));
  }
}
