package dev.sluice.migration.run;

/** Is told how a run comes along; called by many threads. */
public interface RunListener {

  /** One more batch is settled. */
  void progressed(RunProgress progress);

  /** Something happened that an operator should know, such as a target that does not answer. */
  void noticed(String notice);

  /** Hears nothing. */
  RunListener SILENT =
      new RunListener() {
        @Override
        public void progressed(RunProgress progress) {}

        @Override
        public void noticed(String notice) {}
      };
}
