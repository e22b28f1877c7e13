package dev.sluice.migration.archive.seal;

/** The counterpart of a {@link ContentSealer}. Safe for use by many threads. */
public interface ContentOpener {
  /** Opens what was written unencrypted. */
  ContentOpener CLEAR = (file, chunk, sealed) -> sealed;

  /**
   * Returns what was sealed.
   *
   * @throws dev.sluice.migration.archive.format.ArchiveException when this was not sealed as that
   *     chunk of that file
   */
  byte[] open(String file, long chunk, byte[] sealed);
}
