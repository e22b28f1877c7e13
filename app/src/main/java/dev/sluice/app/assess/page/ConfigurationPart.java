package dev.sluice.app.assess.page;

import dev.sluice.api.pool.PoolInventory;
import dev.sluice.app.assess.text.PoolSettings;
import dev.sluice.app.assess.text.Setting;
import dev.sluice.app.assess.text.SettingsGroup;
import java.util.List;

/** The pool's configuration, without secrets. */
final class ConfigurationPart {
  private ConfigurationPart() {}

  static Part of(PoolInventory pool) {
    Tag body = Tag.of("div");
    pool.unread()
        .forEach(part ->
            body.add(
                Tag.of("p")
                    .styled("notice")
                    .text("Not read: ")
                    .add(Tables.whole(PoolSettings.unread(part)))));
    PoolSettings.of(pool).forEach(group -> body.add(pairs(group)));
    return new Part("configuration", "Configuration", body);
  }

  private static Tag pairs(SettingsGroup group) {
    return Tables.pairs(
        "", group.title(), group.settings().stream().map(ConfigurationPart::pair).toList());
  }

  private static Tag pair(Setting setting) {
    return Tables.pair(
        List.of(Tables.foreign(setting.what())),
        setting.how().stream().map(Tables::whole).toList());
  }
}
