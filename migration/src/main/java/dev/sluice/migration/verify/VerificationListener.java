package dev.sluice.migration.verify;

import dev.sluice.migration.run.RunListener;

/** Is told how a verification comes along. */
public interface VerificationListener extends RunListener {

  /** One more disagreement; called by one thread at a time. */
  void disagreed(Disagreement disagreement);
}
