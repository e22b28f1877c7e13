package dev.sluice.migration.verify;

import dev.sluice.migration.run.RunListener;

/** Receives the progress of a verification. */
public interface VerificationListener extends RunListener {

  /** Called for one more disagreement, by one thread at a time. */
  void disagreed(Disagreement disagreement);
}
