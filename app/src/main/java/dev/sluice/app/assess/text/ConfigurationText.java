package dev.sluice.app.assess.text;

import dev.sluice.api.pool.PoolInventory;
import java.util.ArrayList;
import java.util.List;

/** Formats a pool's configuration as lines for a terminal. */
final class ConfigurationText {
  private ConfigurationText() {}

  static List<String> lines(PoolInventory pool) {
    List<String> lines = new ArrayList<>(List.of("", "Configuration"));
    for (SettingsGroup group : PoolSettings.of(pool)) {
      lines.add("  " + group.title());
      group.settings().forEach(setting -> add(lines, setting));
    }
    pool.unread().forEach(part -> lines.add("  Not read: " + Plain.all(PoolSettings.unread(part))));
    return lines;
  }

  /** Prints a name that is too long for its column on a line of its own. */
  private static void add(List<String> lines, Setting setting) {
    String what = Plain.text(setting.what());
    boolean fits = what.length() <= 34;
    if (!fits) {
      lines.add("    " + what);
    }
    String label = fits ? what : "";
    for (String how : setting.how()) {
      lines.add("    %-34s %s".formatted(label, Plain.all(how)));
      label = "";
    }
  }
}
