package dev.sluice.migration.assess.reading;

import dev.sluice.migration.assess.found.Outlook;
import dev.sluice.migration.assess.found.Person;

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

  /**
   * Called for each user of whom anything but {@link Outlook#COMES} is foretold; of two calls for
   * one user the later one counts.
   */
  default void foretold(Person person, Outlook outlook) {}
}
