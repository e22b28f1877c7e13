package dev.sluice.migration.assess.reading;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The fingerprints of all users' values, in a scratch file: 16 bytes each. They are partitioned by
 * fingerprint, so that all fingerprints of one value are in one part, and a part of even the
 * largest pool fits into memory. Safe for use by many threads while it is written.
 */
public final class ValueFingerprints {
  /** With 200 million fingerprints a part has 400,000. */
  static final int PARTS = 512;

  private static final int PART_BITS = 9;
  private static final int ENTRY = 2 * Long.BYTES;
  private static final int ENTRIES = 500;

  /** A block begins with the place of the one before it in the same part. */
  private static final int BLOCK = Long.BYTES + ENTRIES * ENTRY;

  private static final long NONE = -1;

  private final ScratchFile file;
  private final ByteBuffer[] tails = new ByteBuffer[PARTS];
  private final Set<Integer> forgotten = new HashSet<>();

  public ValueFingerprints(ScratchFile file) {
    this.file = file;
    Arrays.setAll(tails, part -> ByteBuffer.allocate(BLOCK).putLong(NONE));
  }

  synchronized void add(ValueFingerprint fingerprint) {
    ByteBuffer tail = tails[(int) (fingerprint.fingerprint() >>> (Long.SIZE - PART_BITS))];
    tail.putLong(fingerprint.fingerprint()).putLong(fingerprint.packed());
    if (!tail.hasRemaining()) {
      long place = file.append(tail.flip());
      tail.clear().putLong(place);
    }
  }

  /** Leaves out what was added from a chain, because the chain is read again. */
  synchronized void forget(int chain) {
    forgotten.add(chain);
  }

  public synchronized boolean knows(int chain) {
    return !forgotten.contains(chain);
  }

  /** Passes on the fingerprints of one part, in no order. */
  void forEach(int part, Consumer<ValueFingerprint> each) {
    ByteBuffer block = tails[part].duplicate().flip();
    while (true) {
      long before = block.getLong();
      while (block.hasRemaining()) {
        ValueFingerprint fingerprint = ValueFingerprint.of(block.getLong(), block.getLong());
        if (knows(fingerprint.chain())) {
          each.accept(fingerprint);
        }
      }
      if (before == NONE) {
        return;
      }
      block = ByteBuffer.allocate(BLOCK);
      file.read(block, before);
      block.flip();
    }
  }
}
