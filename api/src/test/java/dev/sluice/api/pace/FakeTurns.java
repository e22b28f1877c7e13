package dev.sluice.api.pace;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/** Turns in memory, by a ticker's time, which can be out of reach. */
final class FakeTurns implements Turns {
  private final Ticker ticker;
  private final Map<String, SharedRate> rates = new HashMap<>();
  private boolean reachable = true;
  private int blocks;
  private volatile CountDownLatch held = new CountDownLatch(0);

  FakeTurns(Ticker ticker) {
    this.ticker = ticker;
  }

  synchronized void setReachable(boolean reachable) {
    this.reachable = reachable;
  }

  synchronized int blocks() {
    return blocks;
  }

  /** Whoever asks next has no answer before this is counted down. */
  CountDownLatch holdNextAnswer() {
    CountDownLatch latch = new CountDownLatch(1);
    held = latch;
    return latch;
  }

  @Override
  public Block reserve(String quota, double most, int wanted, boolean answered) {
    Block block = reserveNow(quota, most, wanted, answered);
    try {
      held.await();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
    return block;
  }

  private synchronized Block reserveNow(String quota, double most, int wanted, boolean answered) {
    SharedRate rate = rate(quota, most);
    SharedRate.Grant grant = (answered ? rate.recovered(now()) : rate).reserve(now(), wanted);
    rates.put(quota, grant.after());
    blocks++;
    return grant.block();
  }

  @Override
  public synchronized void slowDown(String quota, double most) {
    rates.put(quota, rate(quota, most).slowedDown(now()));
  }

  private SharedRate rate(String quota, double most) {
    if (!reachable) {
      throw new IllegalStateException("The ledger is away.");
    }
    return rates.computeIfAbsent(quota, _ -> SharedRate.fresh(most, now())).allowed(most, now());
  }

  private long now() {
    return ticker.nanos() / 1000;
  }
}
