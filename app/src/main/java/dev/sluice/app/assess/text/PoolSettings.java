package dev.sluice.app.assess.text;

import dev.sluice.api.pool.PoolInventory;
import dev.sluice.api.pool.PoolPart;
import dev.sluice.api.pool.UnreadPart;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Describes a pool's configuration, without secrets. */
public final class PoolSettings {
  private PoolSettings() {}

  /** Returns all groups of settings in reading order. */
  public static List<SettingsGroup> of(PoolInventory pool) {
    return List.of(
        new SettingsGroup("The pool", identity(pool)),
        new SettingsGroup("Login", LoginSettings.of(pool)),
        new SettingsGroup("Second factors and threat protection", ProtectionSettings.of(pool)),
        new SettingsGroup("Attributes in the schema", SchemaSettings.of(pool)),
        new SettingsGroup(
            "App clients", some(pool, PoolPart.CLIENTS, pool.clients(), ClientSettings::of)),
        new SettingsGroup("Resource servers and scopes", ApiSettings.resourceServers(pool)),
        new SettingsGroup("Identity providers", ApiSettings.identityProviders(pool)),
        new SettingsGroup("Lambda triggers", ApiSettings.triggers(pool)),
        new SettingsGroup("Sign-in pages and messages", PagesSettings.of(pool)),
        new SettingsGroup("Groups", ApiSettings.groups(pool)),
        new SettingsGroup("Identity pools that give AWS credentials", ApiSettings.pools(pool)));
  }

  /** Returns what could not be read, and why. */
  public static String unread(UnreadPart part) {
    String which = part.which() == null ? "" : " (" + part.which() + ")";
    return AssessmentJson.lower(part.part()) + which + ": " + part.why();
  }

  private static List<Setting> identity(PoolInventory pool) {
    return List.of(
        Setting.of("Plan", told(pool.pool().tier())),
        Setting.of("ARN", told(pool.pool().arn())),
        Setting.of("Created", told(pool.pool().createdAt())),
        Setting.of("Last changed", told(pool.pool().modifiedAt())),
        Setting.of("Protected against deletion", yesNo(pool.pool().deletionProtection())),
        new Setting(
            "Tags",
            pool.pool().tags().entrySet().stream()
                .map(tag -> tag.getKey() + ": " + tag.getValue())
                .sorted()
                .toList()));
  }

  /** Returns one setting for each; if there are none, one that says whether that is known. */
  static <T> List<Setting> some(
      PoolInventory pool, PoolPart part, List<T> all, Function<T, Setting> each) {
    List<Setting> settings = all.stream().map(each).toList();
    boolean known = pool.read(part);
    return known && !settings.isEmpty()
        ? settings
        : Stream.concat(
                settings.stream(),
                Stream.of(Setting.of(known ? "None" : "Not all read", noneOrWhy(known))))
            .toList();
  }

  private static String noneOrWhy(boolean known) {
    return known ? "the pool has none" : "see below";
  }

  static String told(@Nullable Object value) {
    return Objects.toString(value, "unknown");
  }

  static String yesNo(boolean value) {
    return value ? "yes" : "no";
  }
}
