package dev.sluice.app.gateway;

import dev.sluice.migration.ledger.LedgerException;
import dev.sluice.migration.ledger.Seals;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Seals the ledger's history every minute, and a last time at the end. */
final class SealWriter implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(SealWriter.class);
  private static final Duration EVERY = Duration.ofMinutes(1);

  private final Seals seals;
  private final Thread thread;

  private SealWriter(Seals seals) {
    this.seals = seals;
    this.thread = Thread.ofVirtual().name("seals").unstarted(this::run);
  }

  static SealWriter start(Seals seals) {
    SealWriter writer = new SealWriter(seals);
    writer.thread.start();
    return writer;
  }

  private void run() {
    try {
      while (true) {
        Thread.sleep(EVERY);
        seal();
      }
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
    }
  }

  private void seal() {
    try {
      seals.seal();
    } catch (LedgerException unwritable) {
      LOG.warn("The history was not sealed this time: {}", unwritable.getMessage());
    }
  }

  @Override
  public void close() {
    thread.interrupt();
    try {
      thread.join();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
    seal();
  }
}
