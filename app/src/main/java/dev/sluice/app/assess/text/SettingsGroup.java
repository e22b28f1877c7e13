package dev.sluice.app.assess.text;

import java.util.List;

/** Settings that belong together. */
public record SettingsGroup(String title, List<Setting> settings) {
  public SettingsGroup {
    settings = List.copyOf(settings);
  }
}
