package dev.sluice.rehearsal.user;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Writes attributes as they are found in the field. */
final class Oddities {
  private static final String[] TRUE = {"true", "True", "TRUE", " true", "tRue "};
  private static final String[] FALSE = {"false", "False", "FALSE", "", "no"};
  private static final String[] DATES = {
    "1612345678901.0", "\"1612345678901\"", "\"2021-02-03T09:47:58.901Z\"", "null", "\"\""
  };

  private final Set<Oddity> oddities;

  Oddities(Set<Oddity> oddities) {
    this.oddities = oddities;
  }

  /** Returns the attributes of the user with this number. */
  Map<String, String> in(long index, Map<String, String> attributes) {
    Map<String, String> odd = new HashMap<>();
    if (oddities.contains(Oddity.FLAGS_IN_ANY_CASE)) {
      attributes.forEach((name, value) -> {
        if (name.endsWith("_verified")) {
          odd.put(name, pick(value.equals("true") ? TRUE : FALSE, index));
        }
      });
    }
    String identities = attributes.get("identities");
    if (oddities.contains(Oddity.ODD_IDENTITIES)) {
      odd.put("identities", identities == null ? none(index) : odd(index, identities));
    }
    return odd;
  }

  private static String none(long index) {
    return pick(new String[] {"", "null", "[]"}, index);
  }

  private static String odd(long index, String identities) {
    return identities
        .replaceFirst("\"dateCreated\":\\d+", "\"dateCreated\":" + pick(DATES, index))
        .replaceFirst("\"providerType\":\"(Google|Facebook)\"", "\"providerType\":null")
        .replaceFirst("\"primary\":true", "\"primary\":\"True\"")
        .replaceFirst("\"primary\":false,", "");
  }

  private static String pick(String[] values, long index) {
    return values[(int) (index % values.length)];
  }
}
