package dev.sluice.app.task;

/** A run that can be let go of at any point and gone on with by another process. */
@FunctionalInterface
public interface LongRun {

  /**
   * Runs to the end.
   *
   * @return what became of it, in one line
   * @throws InterruptedException when this process is told to let go
   */
  String run(HandedRun handed) throws InterruptedException;
}
