package dev.sluice.migration.archive.seal;

/** Turns contents into what is written to a file. Safe for use by many threads. */
public interface ContentSealer {
  /** Writes contents as they are. */
  ContentSealer CLEAR = (file, chunk, content) -> content;

  /**
   * Returns what is to be written.
   *
   * @param file the file's name
   * @param chunk which chunk of the file, from 0
   */
  byte[] seal(String file, long chunk, byte[] content);

  /** Returns what the names of files end in. */
  default String suffix() {
    return "";
  }
}
