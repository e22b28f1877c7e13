package dev.sluice.migration.verify;

import java.util.List;
import java.util.Map;

/**
 * What a verification has found; the disagreements themselves went to its listener.
 *
 * @param read users of the source
 * @param compared users of the source whom the target has too
 * @param leftOut users of the source whom the target rightly does not have: rejected, left, merged,
 *     or not yet logged in where profiles move at the first login
 * @param outside users of the source whom the verification is not about
 * @param users how many users there is a disagreement about, without users who have nothing but
 *     drift
 * @param driftedUsers how many have nothing but drift
 * @param kinds how many disagreements there are of each kind; kinds without any are absent
 * @param fields how many there are in each field, drift left out
 * @param drifted how many there are in each field of users whom the target is in charge of
 * @param notices what an operator should know
 */
public record VerificationReport(
    long read,
    long compared,
    long leftOut,
    long outside,
    long users,
    long driftedUsers,
    Map<Disagreement.Kind, Long> kinds,
    Map<String, Long> fields,
    Map<String, Long> drifted,
    List<String> notices) {
  public VerificationReport {
    kinds = Map.copyOf(kinds);
    fields = Map.copyOf(fields);
    drifted = Map.copyOf(drifted);
    notices = List.copyOf(notices);
  }

  /** Returns how many disagreements there are of this kind. */
  public long of(Disagreement.Kind kind) {
    return kinds.getOrDefault(kind, 0L);
  }

  /**
   * Returns how many users are not equal.
   *
   * @param strict as for {@link #equal}
   */
  public long unequalUsers(boolean strict) {
    return strict ? users + driftedUsers : users;
  }

  /** Returns whether not one user was compared, so that nothing is known of the two systems. */
  public boolean empty() {
    return compared == 0 && kinds.isEmpty();
  }

  /**
   * Returns whether the two systems are equal. They are not where nothing was compared.
   *
   * @param strict whether users whom the target is in charge of must be equal too
   */
  public boolean equal(boolean strict) {
    return !empty() && kinds.keySet().stream().noneMatch(kind -> kind.counts(strict));
  }
}
