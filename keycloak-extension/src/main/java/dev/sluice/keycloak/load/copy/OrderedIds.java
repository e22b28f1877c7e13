package dev.sluice.keycloak.load.copy;

import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Generates ids for the rows of one batch, each greater than the one before: UUIDs of version 7
 * (RFC 9562, section 6.2, method 1), whose 24 bits of counter begin at zero. A database puts them
 * next to each other in its index, where random ones would each touch a separate page.
 */
final class OrderedIds {
  private static final long VERSION = 0x7000;
  private static final long VARIANT = 1L << 63;
  private static final int LOW_BITS = 12;
  private static final long LOW = (1 << LOW_BITS) - 1;
  private static final int RANDOM_BITS = 50;

  private final long millis;
  private long count;

  /**
   * @param millis since 1970, of the batch
   */
  OrderedIds(long millis) {
    this.millis = millis;
  }

  String next() {
    long high = (millis << 16) | VERSION | ((count >>> LOW_BITS) & LOW);
    long random = ThreadLocalRandom.current().nextLong(1L << RANDOM_BITS);
    long low = VARIANT | ((count & LOW) << RANDOM_BITS) | random;
    count++;
    return new UUID(high, low).toString();
  }
}
