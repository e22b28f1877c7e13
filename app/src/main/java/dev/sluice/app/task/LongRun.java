package dev.sluice.app.task;

/** A run that can be interrupted at any point and resumed by another process. */
@FunctionalInterface
public interface LongRun {

  /**
   * Runs to its end.
   *
   * @return its result in one line
   * @throws InterruptedException if this process is told to stop
   */
  String run(HandedRun handed) throws InterruptedException;
}
