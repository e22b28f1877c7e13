package dev.sluice.migration.run;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What an operator should know, each notice once with how often it came, in the order in which they
 * came first. Memory does not grow with repetitions. Safe for use by many threads.
 */
public final class CountedNotices {
  /** How many of the things that one notice is about are named. */
  private static final int NAMED = 5;

  private final Map<String, Told> told = new LinkedHashMap<>();

  private static final class Told {
    private final Set<String> named = new LinkedHashSet<>();
    private long times;
    private long unnamed;
  }

  /**
   * Adds a notice that is complete by itself.
   *
   * @return whether it is new
   */
  public synchronized boolean add(String text) {
    return ++told.computeIfAbsent(text, first -> new Told()).times == 1;
  }

  /**
   * Adds a notice about one thing of several, such as a shard.
   *
   * @param text without an end, since the things follow it
   * @param which the thing; not named again when it comes again
   * @return whether the notice is new
   */
  public synchronized boolean add(String text, String which) {
    Told notice = told.computeIfAbsent(text, first -> new Told());
    if (notice.named.size() < NAMED) {
      notice.named.add(which);
    } else if (!notice.named.contains(which)) {
      notice.unnamed++;
    }
    return ++notice.times == 1;
  }

  /** Returns the notices, each with its count where it came more than once. */
  public synchronized List<String> all() {
    List<String> all = new ArrayList<>();
    told.forEach((text, notice) -> all.add(words(text, notice)));
    return all;
  }

  private static String words(String text, Told notice) {
    if (notice.named.isEmpty()) {
      return text + times(notice.times);
    }
    String things = String.join(", ", notice.named);
    boolean eachOnce = notice.named.size() + notice.unnamed == notice.times;
    return text
        + ": "
        + things
        + (notice.unnamed == 0 ? "" : format(" and %,d more", notice.unnamed))
        + (eachOnce ? "" : times(notice.times));
  }

  private static String times(long times) {
    return times == 1 ? "" : format(" (%,d times)", times);
  }

  private static String format(String pattern, long number) {
    return String.format(Locale.ROOT, pattern, number);
  }
}
