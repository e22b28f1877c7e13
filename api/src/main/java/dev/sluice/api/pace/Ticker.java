package dev.sluice.api.pace;

import java.util.concurrent.TimeUnit;

/** Time as a pace sees it: it only goes forward, and it can be waited for. */
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

  /** Nanoseconds since some fixed moment. */
  long nanos();

  void sleep(long nanos) throws InterruptedException;
}
