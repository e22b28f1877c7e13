package dev.sluice.migration.assess.disposition;

import java.util.Collection;
import java.util.stream.Collectors;

/** Names in one line, however many there are. */
final class Several {
  private static final int NAMED = 5;

  private Several() {}

  static String of(Collection<String> names) {
    return of(names, names.size());
  }

  /**
   * Names some of more.
   *
   * @param all how many there are
   */
  static String of(Collection<String> names, long all) {
    String first = names.stream().limit(NAMED).collect(Collectors.joining(", "));
    long more = all - Math.min(NAMED, names.size());
    return all + ": " + first + (more > 0 ? " and " + more + " more" : "");
  }
}
