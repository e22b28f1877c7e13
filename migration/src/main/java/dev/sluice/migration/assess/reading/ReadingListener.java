package dev.sluice.migration.assess.reading;

/** Is told how the reading of a pool comes along; called by many threads. */
public interface ReadingListener {

  /**
   * Some more users are read.
   *
   * @param read all so far
   * @param estimated the pool's own estimate of all users
   */
  void progressed(long read, long estimated);

  /** Something happened that an operator should know. */
  void noticed(String notice);
}
