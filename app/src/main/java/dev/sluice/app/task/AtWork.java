package dev.sluice.app.task;

import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.Callable;

/** Tracks the threads that work on runs, so that all can be interrupted. */
final class AtWork {
  private final Set<Thread> threads = new HashSet<>();
  private boolean ending;

  /** A run that executes here. */
  interface Run extends Callable<String> {
    @Override
    String call() throws InterruptedException;
  }

  /**
   * Executes a run on this thread.
   *
   * @throws InterruptedException also if the run failed because it was interrupted
   */
  String during(Run run) throws InterruptedException {
    begin();
    try {
      return run.call();
    } catch (RuntimeException failed) {
      if (isEnding()) {
        throw new InterruptedException();
      }
      throw failed;
    } finally {
      end();
    }
  }

  private synchronized void begin() throws InterruptedException {
    if (ending) {
      throw new InterruptedException();
    }
    threads.add(Thread.currentThread());
  }

  /**
   * Ends the run on this thread; what follows, such as recording its result, must not be
   * interrupted.
   */
  private synchronized void end() {
    threads.remove(Thread.currentThread());
    Thread.interrupted();
  }

  private synchronized boolean isEnding() {
    return ending;
  }

  /** Interrupts all runs, now and from now on. */
  synchronized void letGo() {
    ending = true;
    threads.forEach(Thread::interrupt);
  }
}
