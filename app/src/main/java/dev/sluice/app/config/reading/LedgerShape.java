package dev.sluice.app.config.reading;

import dev.sluice.api.Secret;
import dev.sluice.app.config.LedgerConfig;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** Which keys there are under {@code ledger}. */
final class LedgerShape {
  private static final Rule<String> URL =
      Rule.matching(
          Pattern.compile("jdbc:(sqlite:.+|postgresql:.+)"),
          "jdbc:sqlite:FILE or jdbc:postgresql://HOST/DATABASE");
  private static final String DEFAULT = "jdbc:sqlite:.sluice/ledger.db";

  private final Path folder;

  /**
   * @param folder where relative paths begin
   */
  LedgerShape(Path folder) {
    this.folder = folder;
  }

  LedgerConfig read(Section section) {
    String url = section.read("url", URL).orElse(DEFAULT);
    section.complainAboutUnknown();
    return new LedgerConfig(new Secret(fromFolder(url)));
  }

  /** An SQLite file's path begins at the configuration's folder, not where the program runs. */
  private String fromFolder(String url) {
    String prefix = "jdbc:sqlite:";
    if (!url.startsWith(prefix) || url.startsWith(prefix + ":memory:")) {
      return url;
    }
    return prefix + folder.resolve(url.substring(prefix.length())).normalize();
  }
}
