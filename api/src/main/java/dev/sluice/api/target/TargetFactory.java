package dev.sluice.api.target;

import java.util.List;
import java.util.Map;

/** Opens one kind of target; found by {@link java.util.ServiceLoader}. */
public interface TargetFactory {

  /** The key under {@code target:} in {@code sluice.yaml}, such as {@code keycloak}. */
  String name();

  List<TargetOption> options();

  /**
   * Finds all that is wrong with these values; empty when nothing is. Only declared keys are given.
   * A required option that is missing is a problem too. If a value's placeholder cannot be filled,
   * the value is given as it is written and Sluice reports it itself.
   */
  List<OptionProblem> problems(Map<String, String> values);

  /**
   * What such a target is and can do as long as its options say nothing else. Asks nobody, so that
   * documentation can tell it.
   */
  TargetDescription describe();

  /**
   * How such a target does what it claims, and what to do with it about what it does not claim; in
   * sentences, for its page. Where nothing is said, the capability's own words stand.
   */
  default Map<TargetCapability, String> notes() {
    return Map.of();
  }

  /** How far it is shown that this target works, as a sentence for the README. */
  default String proof() {
    return "Nobody has said.";
  }

  /** What such a target cannot keep of users. */
  default TargetLimits limits() {
    return TargetLimits.UNKNOWN;
  }

  /**
   * Which place of its kind such a target is, in words for a person, such as "folder /srv/users". A
   * ledger remembers it: the same text for the same place however it is written, another for
   * another. Asks nobody, and tells no secret. The values have no {@link #problems}.
   */
  String place(Map<String, String> values);

  /** Opens the target without calling it. The values have no {@link #problems}. */
  Target open(Map<String, String> values);

  /**
   * What becomes of things that a pool has, at this target: by the thing's key, its fate (MOVES,
   * DECIDE or CANNOT), a space, and what to do. What is missing here is said as for any target.
   */
  default Map<String, String> dispositions() {
    return Map.of();
  }
}
