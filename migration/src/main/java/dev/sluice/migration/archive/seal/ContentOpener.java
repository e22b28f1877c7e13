package dev.sluice.migration.archive.seal;

/** The other side of a {@link ContentSealer}. Safe for use by many threads. */
public interface ContentOpener {
  /** For what was written as it is. */
  ContentOpener CLEAR = (file, chunk, sealed) -> sealed;

  /**
   * Gives back what was sealed.
   *
   * @throws dev.sluice.migration.archive.format.ArchiveException when this was not sealed as that
   *     chunk of that file
   */
  byte[] open(String file, long chunk, byte[] sealed);
}
