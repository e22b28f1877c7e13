package dev.sluice.migration.run;

/** Receives the progress of a run; called by many threads. */
public interface RunListener {

  /** Called when one more batch is settled. */
  void progressed(RunProgress progress);

  /**
   * Called when something happened that an operator should know, such as a target that does not
   * answer.
   */
  void noticed(String notice);

  /** Ignores everything. */
  RunListener SILENT =
      new RunListener() {
        @Override
        public void progressed(RunProgress progress) {}

        @Override
        public void noticed(String notice) {}
      };
}
