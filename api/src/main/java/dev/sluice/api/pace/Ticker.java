package dev.sluice.api.pace;

import java.util.concurrent.TimeUnit;

/** Time as a pace sees it: it only goes forward, and a caller can wait for it. */
interface Ticker {
  Ticker SYSTEM =
      new Ticker() {
        @Override
        public long nanos() {
          return System.nanoTime();
        }

        @Override
        public void sleep(long nanos) throws InterruptedException {
          TimeUnit.NANOSECONDS.sleep(nanos);
        }
      };

  /** Returns nanoseconds since some fixed moment. */
  long nanos();

  void sleep(long nanos) throws InterruptedException;
}
