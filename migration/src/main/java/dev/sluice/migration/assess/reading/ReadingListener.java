package dev.sluice.migration.assess.reading;

/** Receives the progress of reading a pool; called by many threads. */
public interface ReadingListener {

  /**
   * Called when some more users are read.
   *
   * @param read all so far
   * @param estimated the pool's own estimate of all users
   */
  void progressed(long read, long estimated);

  /** Called when something happened that an operator should know. */
  void noticed(String notice);

  /**
   * Called when something happened to one thing of several.
   *
   * @param notice without an end
   * @param which the thing, such as a shard
   */
  default void noticed(String notice, String which) {
    noticed(notice + ": " + which);
  }
}
