package dev.sluice.app.config;

import dev.sluice.migration.Secret;
import dev.sluice.migration.Way;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Which keys there are at the top of {@code sluice.yaml}, and what they must hold. */
final class ConfigShape {
  private static final Rule<Way> WAY =
      Rule.oneOf(Map.of("bulk", Way.BULK, "slow", Way.SLOW, "hybrid", Way.HYBRID));
  private static final Rule<String> LEDGER_URL =
      Rule.matching(
          Pattern.compile("jdbc:(sqlite:.+|postgresql:.+)"),
          "jdbc:sqlite:FILE or jdbc:postgresql://HOST/DATABASE");
  private static final String DEFAULT_LEDGER = "jdbc:sqlite:.sluice/ledger.db";

  private final Path folder;

  /**
   * @param folder where relative paths begin
   */
  ConfigShape(Path folder) {
    this.folder = folder;
  }

  /** Empty only when a problem was noted. */
  Optional<SluiceConfig> read(Section top) {
    Section source = top.part("source");
    var cognito = new CognitoShape().read(source.part("cognito"));
    source.complainAboutUnknown();
    var target = TargetShape.installed().read(top.part("target"));
    Optional<Way> way = top.need("way", WAY);
    Section mapping = top.part("mapping");
    var renames = mapping.part("attributes").all("a name at the target, or drop");
    var groups = groups(mapping.part("groups"));
    mapping.complainAboutUnknown();
    LedgerConfig ledger = ledger(top.part("ledger"));
    var gateway = gateway(top.part("gateway"));
    top.complainAboutUnknown();
    return cognito.isEmpty() || target.isEmpty() || way.isEmpty() || gateway.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new SluiceConfig(
                cognito.get(), target.get(), way.get(), renames, groups, ledger, gateway.get()));
  }

  private static Map<String, String> groups(Section section) {
    Map<String, String> groups = section.all("a path at the target such as /staff/admins");
    groups.replaceAll((name, path) -> path.startsWith("/") ? path : "/" + path);
    return groups;
  }

  private LedgerConfig ledger(Section section) {
    String url = section.read("url", LEDGER_URL).orElse(DEFAULT_LEDGER);
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

  private Optional<GatewayConfig> gateway(Section section) {
    String bind = section.read("bind", Rule.text("an address to listen on")).orElse("127.0.0.1");
    int port = section.read("port", Rule.wholeNumber(1, 65_535)).orElse(7070);
    Optional<URI> url = section.need("url", Rule.address());
    Optional<Secret> token = section.need("token", Rule.secret(24));
    Optional<GatewayConfig.Tls> tls = tls(section.part("tls"));
    if (tls.isEmpty() && !Loopback.names(bind)) {
      section.problem(
          section.lineOf("bind"),
          section.name("bind"),
          "\""
              + bind
              + "\" can be reached from elsewhere, and passwords would travel unencrypted; set"
              + " tls.certificate and tls.key, or bind 127.0.0.1 and put a TLS proxy in front");
    }
    section.complainAboutUnknown();
    return url.isEmpty() || token.isEmpty()
        ? Optional.empty()
        : Optional.of(new GatewayConfig(bind, port, url.get(), token.get(), tls));
  }

  private Optional<GatewayConfig.Tls> tls(Section section) {
    if (section.keys().isEmpty()) {
      return Optional.empty();
    }
    Optional<String> certificate = section.need("certificate", Rule.text("a PEM file"));
    Optional<String> key = section.need("key", Rule.text("a PEM file"));
    section.complainAboutUnknown();
    return certificate.isEmpty() || key.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new GatewayConfig.Tls(folder.resolve(certificate.get()), folder.resolve(key.get())));
  }
}
