package dev.sluice.migration.verify;

import dev.sluice.migration.run.RunCounts;
import dev.sluice.migration.verify.Disagreement.Kind;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Counts what a verification finds while many threads work on it, and reports to its listener. */
final class VerificationCounts {
  private final VerificationListener listener;
  private final RunCounts run;
  private final Map<Kind, Long> kinds = new EnumMap<>(Kind.class);
  private final Map<String, Long> fields = new TreeMap<>();
  private final Map<String, Long> drifted = new TreeMap<>();
  private long read;
  private long compared;
  private long leftOut;
  private long outside;
  private long users;
  private long driftedUsers;

  VerificationCounts(VerificationListener listener, RunCounts run) {
    this.listener = listener;
    this.run = run;
  }

  /** Counts one batch of the source that is done. */
  synchronized void batch(int readNow, int comparedNow, int leftOutNow, int outsideNow) {
    read += readNow;
    compared += comparedNow;
    leftOut += leftOutNow;
    outside += outsideNow;
  }

  /** Reports what is wrong with one user; nothing where the list is empty. */
  synchronized void user(List<Disagreement> disagreements) {
    if (disagreements.stream().anyMatch(each -> each.kind() != Kind.DRIFT)) {
      users++;
    } else if (!disagreements.isEmpty()) {
      driftedUsers++;
    }
    for (Disagreement each : disagreements) {
      kinds.merge(each.kind(), 1L, Long::sum);
      (each.kind() == Kind.DRIFT ? drifted : fields).merge(each.field(), 1L, Long::sum);
      listener.disagreed(each);
    }
  }

  synchronized VerificationReport report() {
    return new VerificationReport(
        read,
        compared,
        leftOut,
        outside,
        users,
        driftedUsers,
        kinds,
        fields,
        drifted,
        run.notices());
  }
}
