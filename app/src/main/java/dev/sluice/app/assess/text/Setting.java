package dev.sluice.app.assess.text;

import java.util.List;

/**
 * A part of a pool and its setting, as shown to a reader.
 *
 * @param how at least one line; may hold text from outside, which must be made plain before it is
 *     shown
 */
public record Setting(String what, List<String> how) {
  public Setting {
    how = how.isEmpty() ? List.of("none") : List.copyOf(how);
  }

  static Setting of(String what, String... how) {
    return new Setting(what, List.of(how));
  }
}
