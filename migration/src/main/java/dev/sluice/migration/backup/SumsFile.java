package dev.sluice.migration.backup;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The sums of all other files, as {@code sha256sum} writes and reads them. */
final class SumsFile {
  static final String NAME = "SHA256SUMS";
  private static final String BETWEEN = "  ";

  private SumsFile() {}

  static String line(String sum, String name) {
    return sum + BETWEEN + name + "\n";
  }

  /** Returns sums by file name; a malformed line appears as a name without a sum. */
  static Map<String, String> in(List<String> lines) {
    Map<String, String> sums = new LinkedHashMap<>();
    for (String line : lines) {
      int end = line.indexOf(BETWEEN);
      String sum = end < 0 ? "" : line.substring(0, end);
      sums.put(end < 0 ? line : line.substring(end + BETWEEN.length()), sum);
    }
    return sums;
  }
}
