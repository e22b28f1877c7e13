package dev.sluice.migration.run;

/** Is told how a verification comes along. */
public interface VerificationListener extends RunListener {

  /** One more disagreement; called by one thread at a time. */
  void disagreed(Disagreement disagreement);
}
