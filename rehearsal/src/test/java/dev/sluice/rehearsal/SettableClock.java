package dev.sluice.rehearsal;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that stands until it is moved. */
final class SettableClock implements InstantSource {

  private volatile Instant now = Instant.parse("2026-05-04T03:02:01Z");

  @Override
  public Instant instant() {
    return now;
  }

  void pass(Duration time) {
    now = now.plus(time);
  }
}
