package dev.sluice.app.serve;

import dev.sluice.migration.run.RunListener;
import dev.sluice.migration.run.RunProgress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Logs what an operator should know of an unattended run. */
record LoggedRun(String kind) implements RunListener {
  private static final Logger LOG = LoggerFactory.getLogger(LoggedRun.class);

  /** Does nothing: the ledger records progress, and {@code sluice status} shows it. */
  @Override
  public void progressed(RunProgress progress) {}

  @Override
  public void noticed(String notice) {
    LOG.warn("The {} run: {}", kind, notice);
  }
}
