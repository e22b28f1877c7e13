package dev.sluice.benchmarks;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The made-up user of a number. Ids ascend with the numbers, so that a table can be filled in index
 * order; everything else is scattered.
 */
record LedgerUser(String id, String email, String phone) {
  /** The most users for which ids of eight leading digits still ascend: 2^32 / 107. */
  static final long MOST = 40_139_881;

  private static final int STRIDE = 107;
  private static final HexFormat HEX = HexFormat.of();

  static LedgerUser of(long number) {
    long scattered = scatter(number);
    String digits = HEX.toHexDigits(scattered);
    String id =
        String.join(
            "-",
            HEX.toHexDigits(number * STRIDE, 8),
            digits.substring(0, 4),
            "4" + digits.substring(4, 7),
            "a" + digits.substring(7, 10),
            digits.substring(4));
    return new LedgerUser(
        id, "user." + digits + "@example.org", "+999" + (1_000_000_000L + number));
  }

  /**
   * Returns the key by which the ledger looks up a login: the first 8 bytes of SHA-256 over it in
   * lower case.
   */
  static long key(String login) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(login.getBytes(StandardCharsets.UTF_8));
      return ByteBuffer.wrap(hash).getLong();
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Every Java has SHA-256.", impossible);
    }
  }

  /** A permutation of all numbers (the finalizer of SplitMix64). */
  private static long scatter(long number) {
    long mixed = (number ^ (number >>> 30)) * 0xbf58476d1ce4e5b9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
    return mixed ^ (mixed >>> 31);
  }
}
