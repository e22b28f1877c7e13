package dev.sluice.app.wiring;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CountDownLatch;

/**
 * Holds what a long command has opened and closes it in reverse order when the command ends or the
 * process is stopped.
 */
public final class Opened implements AutoCloseable {
  private final Deque<AutoCloseable> things = new ArrayDeque<>();
  private final Thread hook = new Thread(this::closeAll, "close");
  private final CountDownLatch never = new CountDownLatch(1);

  private Opened() {}

  public static Opened untilTheEnd() {
    Opened opened = new Opened();
    Runtime.getRuntime().addShutdownHook(opened.hook);
    return opened;
  }

  /** Registers something to close. */
  public synchronized <T extends AutoCloseable> T add(T thing) {
    things.push(thing);
    return thing;
  }

  /**
   * Blocks until the process ends.
   *
   * @throws InterruptedException when this thread is interrupted
   */
  public void awaitEnd() throws InterruptedException {
    never.await();
  }

  @Override
  public void close() {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException endingAlready) {
      // The hook closes everything; a second caller would only wait for the lock.
      return;
    }
    closeAll();
  }

  private synchronized void closeAll() {
    while (!things.isEmpty()) {
      closeOne(things.pop());
    }
  }

  private static void closeOne(AutoCloseable thing) {
    try {
      thing.close();
    } catch (Exception problem) {
      System.err.println("Closing failed: " + problem.getMessage());
    }
  }
}
