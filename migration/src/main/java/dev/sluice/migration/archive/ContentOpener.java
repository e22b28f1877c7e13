package dev.sluice.migration.archive;

/** The other side of a {@link ContentSealer}. Safe for use by many threads. */
interface ContentOpener {
  /** For what was written as it is. */
  ContentOpener CLEAR = (file, chunk, sealed) -> sealed;

  /**
   * Gives back what was sealed.
   *
   * @throws ArchiveException when this was not sealed as that chunk of that file
   */
  byte[] open(String file, long chunk, byte[] sealed);
}
