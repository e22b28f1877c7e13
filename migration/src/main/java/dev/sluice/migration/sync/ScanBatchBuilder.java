package dev.sluice.migration.sync;

import dev.sluice.api.ledger.Change;
import dev.sluice.api.ledger.Finding;
import dev.sluice.api.ledger.ScanBatch;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Gathers the outcomes of a batch. For one thread. */
final class ScanBatchBuilder {
  private final List<ScanBatch.Seen> seen = new ArrayList<>();
  private final List<Change> changes = new ArrayList<>();
  private final List<ScanBatch.Drift> drift = new ArrayList<>();
  private final Map<Finding, Long> found = new EnumMap<>(Finding.class);
  private int done;

  void seen(ScanBatch.Seen user) {
    seen.add(user);
  }

  void change(Change change) {
    changes.add(change);
  }

  /** Adds a difference that the target is in charge of. */
  void drift(ScanBatch.Drift difference) {
    drift.add(difference);
  }

  /** Counts users who were written, updated or removed at the target. */
  void done(int users) {
    done += users;
  }

  int done() {
    return done;
  }

  void found(Finding what, long users) {
    found.merge(what, users, Long::sum);
  }

  long count(Finding what) {
    return found.getOrDefault(what, 0L);
  }

  ScanBatch batch() {
    return new ScanBatch(seen, changes, drift, found);
  }
}
