package dev.sluice.api.ledger;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The chain of seals over the history. A seal hashes the events since the last seal together with
 * the last seal's hash. Writers therefore never wait for each other, and an event that was changed,
 * added or removed afterwards is noticed.
 */
public interface Seals {

  /** Seals what has been written since the last seal; empty when nothing has been. */
  Optional<Seal> seal();

  /**
   * Reads the whole history again and returns what does not fit its seals; empty when everything
   * does.
   */
  List<String> problems();

  /**
   * One link of the chain.
   *
   * @param events how many events it covers
   * @param hash SHA-256 in hexadecimal digits
   */
  record Seal(long number, Instant at, long events, String hash) {}
}
