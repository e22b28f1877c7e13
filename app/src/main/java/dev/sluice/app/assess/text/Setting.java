package dev.sluice.app.assess.text;

import java.util.List;

/**
 * Something of a pool and how it is set, as a person reads it.
 *
 * @param how at least one line; may hold what somebody else chose, and is to be made plain
 */
public record Setting(String what, List<String> how) {
  public Setting {
    how = how.isEmpty() ? List.of("none") : List.copyOf(how);
  }

  static Setting of(String what, String... how) {
    return new Setting(what, List.of(how));
  }
}
