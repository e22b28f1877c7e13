package dev.sluice.rehearsal.fault;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The faults that are to occur, settable at any time.
 *
 * <p>Rules are applied in the order in which they were given; the first that applies to a call
 * decides. {@link #ANY} stands for every operation.
 */
public final class Faults {

  /** Every operation. */
  public static final String ANY = "*";

  private final CopyOnWriteArrayList<Rule> rules = new CopyOnWriteArrayList<>();

  /** Makes the next calls of the operation fail. */
  public Faults next(int calls, String operation, Fault fault) {
    if (calls < 1) {
      throw new IllegalArgumentException("At least 1 call must fail, not " + calls + ".");
    }
    rules.add(new Rule(operation, fault, new AtomicLong(calls), 1, new AtomicLong()));
    return this;
  }

  /** Makes a share of the operation's calls fail, evenly spread; above 0, 1 for all. */
  public Faults share(double share, String operation, Fault fault) {
    if (!(share > 0 && share <= 1)) {
      throw new IllegalArgumentException(
          "A share must be above 0 and at most 1, not " + share + ".");
    }
    rules.add(new Rule(operation, fault, new AtomicLong(Long.MAX_VALUE), share, new AtomicLong()));
    return this;
  }

  /** Removes all faults. */
  public void clear() {
    rules.clear();
  }

  /** Returns the fault that this call meets, if any. */
  public Optional<Fault> of(String operation, boolean hasPageToken) {
    for (Rule rule : rules) {
      if (rule.concerns(operation, hasPageToken) && rule.strikes()) {
        return Optional.of(rule.fault());
      }
    }
    return Optional.empty();
  }

  /** Returns the rules that can still apply, in words. */
  public List<String> inWords() {
    return rules.stream().filter(rule -> rule.left().get() > 0).map(Rule::inWords).toList();
  }

  private record Rule(
      String operation, Fault fault, AtomicLong left, double share, AtomicLong seen) {

    boolean concerns(String called, boolean hasPageToken) {
      boolean named = operation.equals(ANY) || operation.equals(called);
      return switch (fault) {
        case Fault.PageTokenRefused _ -> named && hasPageToken;
        case Fault.Challenge _ -> named && called.endsWith("InitiateAuth");
        default -> named;
      };
    }

    /**
     * Returns whether the fault occurs: whenever the calls so far, times the share, reach the next
     * whole number.
     */
    boolean strikes() {
      long call = seen.incrementAndGet();
      boolean due = Math.floor(call * share) > Math.floor((call - 1) * share);
      return due && left.getAndUpdate(n -> Math.max(0, n - 1)) > 0;
    }

    String inWords() {
      String often = left.get() == Long.MAX_VALUE ? "share " + share : "next " + left.get();
      return operation + ": " + fault + ", " + often;
    }
  }
}
