package dev.sluice.migration.assess.disposition;

import java.util.Collection;
import java.util.stream.Collectors;

/** Names in one line, however many there are. */
final class Several {
  private static final int NAMED = 5;

  private Several() {}

  static String of(Collection<String> names) {
    String first = names.stream().limit(NAMED).collect(Collectors.joining(", "));
    int more = names.size() - NAMED;
    return names.size() + ": " + first + (more > 0 ? " and " + more + " more" : "");
  }
}
