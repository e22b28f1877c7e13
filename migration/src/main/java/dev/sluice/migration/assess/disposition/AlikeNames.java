package dev.sluice.migration.assess.disposition;

import java.text.Normalizer;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Names that differ only by what many collations of databases pass over: case, accents, blanks at
 * the end, and which of the characters beyond the first 65,536 they have.
 */
final class AlikeNames {
  private AlikeNames() {}

  /** Returns those names that are alike to another one, in their order. */
  static List<String> among(Collection<String> names) {
    var byKey =
        names.stream()
            .collect(
                Collectors.groupingBy(
                    AlikeNames::key, LinkedHashMap::new, Collectors.toUnmodifiableList()));
    return byKey.values().stream().filter(same -> same.size() > 1).flatMap(List::stream).toList();
  }

  private static String key(String name) {
    String plain =
        Normalizer.normalize(name.stripTrailing(), Normalizer.Form.NFKD)
            .replaceAll("\\p{M}", "")
            .replaceAll("[\\x{10000}-\\x{10FFFF}]", "\uFFFD");
    return plain.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
  }
}
