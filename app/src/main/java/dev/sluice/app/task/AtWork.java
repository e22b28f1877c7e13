package dev.sluice.app.task;

import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.Callable;

/** The threads that are at work on runs, so that all can be told to let go. */
final class AtWork {
  private final Set<Thread> threads = new HashSet<>();
  private boolean ending;

  /** A run as it is done here. */
  interface Run extends Callable<String> {
    @Override
    String call() throws InterruptedException;
  }

  /**
   * Does a run on this thread.
   *
   * @throws InterruptedException also when the run failed because it was told to let go
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

  /** What comes after the run, such as recording how it ended, is not to be interrupted. */
  private synchronized void end() {
    threads.remove(Thread.currentThread());
    Thread.interrupted();
  }

  private synchronized boolean isEnding() {
    return ending;
  }

  /** Tells all to let go, now and from now on. */
  synchronized void letGo() {
    ending = true;
    threads.forEach(Thread::interrupt);
  }
}
