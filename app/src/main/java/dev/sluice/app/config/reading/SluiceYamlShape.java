package dev.sluice.app.config.reading;

import dev.sluice.api.MigrationMode;
import dev.sluice.api.Secret;
import dev.sluice.api.target.provision.FirstLoginChoices;
import dev.sluice.app.config.GatewayConfig;
import dev.sluice.app.config.LedgerConfig;
import dev.sluice.app.config.ReplicasConfig;
import dev.sluice.app.config.SluiceConfig;
import dev.sluice.app.config.SyncConfig;
import dev.sluice.migration.segment.Opening;
import dev.sluice.migration.segment.Segment;
import dev.sluice.migration.sync.SyncPolicy;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which keys there are at the top of {@code sluice.yaml}, and what they must hold. */
final class SluiceYamlShape {
  static final Rule<MigrationMode> MODE =
      Rule.oneOf(
          Map.of(
              "bulk",
              MigrationMode.BULK,
              "slow",
              MigrationMode.SLOW,
              "hybrid",
              MigrationMode.HYBRID));

  /** The name that {@code mode} had before. */
  static final String OLD_MODE = "way";

  private static final Rule<String> GROUP = Rule.text("the name of a group in the pool");
  private static final double MOST_PERCENT = 100;
  private static final Rule<Duration> EVERY = Rule.time(Duration.ofSeconds(1), Duration.ofDays(30));
  private static final Rule<Duration> HEARTBEAT =
      Rule.time(Duration.ofMillis(200), Duration.ofMinutes(5));

  private final Path folder;

  /**
   * @param folder where relative paths begin
   */
  SluiceYamlShape(Path folder) {
    this.folder = folder;
  }

  /** Empty only when a problem was noted. */
  Optional<SluiceConfig> read(Section top) {
    Section source = top.part("source");
    var cognito = new CognitoShape().read(source.part("cognito"));
    source.complainAboutUnknown();
    var target = TargetShape.installed().read(top.part("target"));
    top.renamed(OLD_MODE, "mode");
    Optional<MigrationMode> mode = top.need("mode", MODE);
    Section mapping = top.part("mapping");
    var renames = mapping.part("attributes").all("a name at the target, or drop");
    var groups = groups(mapping.part("groups"));
    Set<String> privileged = privilegedGroups(mapping);
    mapping.complainAboutUnknown();
    Section parts = top.part("segments");
    List<Segment> segments = new SegmentShape(folder).read(parts);
    SyncConfig sync = sync(top.part("sync"));
    LedgerConfig ledger = new LedgerShape(folder).read(top.part("ledger"));
    var gateway = gateway(top.part("gateway"), new OpeningShape(segments, !parts.isBroken()));
    FirstLoginChoices firstLogin = FirstLoginShape.read(top.part("first-login"));
    ReplicasConfig replicas = replicas(top.part("replicas"));
    top.complainAboutUnknown();
    return cognito.isEmpty() || target.isEmpty() || mode.isEmpty() || gateway.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new SluiceConfig(
                cognito.get(),
                target.get(),
                mode.get(),
                renames,
                groups,
                privileged,
                segments,
                sync,
                ledger,
                gateway.get(),
                firstLogin,
                replicas));
  }

  private static ReplicasConfig replicas(Section section) {
    Duration heartbeat =
        section.read("heartbeat", HEARTBEAT).orElse(ReplicasConfig.DEFAULT_HEARTBEAT);
    section.complainAboutUnknown();
    return new ReplicasConfig(heartbeat);
  }

  static Map<String, String> groups(Section section) {
    Map<String, String> groups = section.all("a path at the target such as /staff/admins");
    groups.replaceAll((name, path) -> path.startsWith("/") ? path : "/" + path);
    return groups;
  }

  static Set<String> privilegedGroups(Section mapping) {
    return Set.copyOf(new HashSet<>(mapping.readSome("privileged-groups", GROUP)));
  }

  private static SyncConfig sync(Section section) {
    double gonePercent =
        section
            .read("gone-percent", Rule.rate(MOST_PERCENT))
            .orElse(SyncPolicy.DEFAULT_GONE_PERCENT);
    Optional<Duration> every = section.read("every", EVERY);
    section.complainAboutUnknown();
    return new SyncConfig(new SyncPolicy(gonePercent), every);
  }

  private Optional<GatewayConfig> gateway(Section section, OpeningShape shape) {
    String bind = section.read("bind", Rule.text("an address to listen on")).orElse("127.0.0.1");
    int port = section.read("port", Rule.wholeNumber(1, 65_535)).orElse(7070);
    Optional<URI> url = section.need("url", Rule.address());
    Optional<Secret> token = section.need("token", Rule.secret(24));
    Section certified = section.part("tls");
    Optional<GatewayConfig.Tls> tls = tls(certified);
    Opening opening = shape.read(section);
    boolean plain = certified.keys().isEmpty() && !certified.isBroken();
    if (plain && !Loopback.names(bind)) {
      section.problem(
          section.lineOf("bind"),
          section.name("bind"),
          ShownValue.of(bind, section.isPrintable("bind"))
              + " can be reached from elsewhere, and passwords would travel unencrypted; set"
              + " tls.certificate and tls.key, or bind 127.0.0.1 and put a TLS proxy in front");
    }
    section.complainAboutUnknown();
    return url.isEmpty() || token.isEmpty()
        ? Optional.empty()
        : Optional.of(new GatewayConfig(bind, port, url.get(), token.get(), tls, opening));
  }

  private Optional<GatewayConfig.Tls> tls(Section section) {
    if (section.keys().isEmpty()) {
      return Optional.empty();
    }
    Optional<String> certificate = section.need("certificate", Rule.text("a PEM file"));
    Optional<String> key = section.need("key", Rule.text("a PEM file"));
    Optional<String> clients = section.read("clients", Rule.text("a PEM file"));
    section.complainAboutUnknown();
    return certificate.isEmpty() || key.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new GatewayConfig.Tls(
                folder.resolve(certificate.get()),
                folder.resolve(key.get()),
                clients.map(folder::resolve)));
  }
}
