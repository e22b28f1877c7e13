package dev.sluice.app.config.reading;

import dev.sluice.api.MigrationMode;
import dev.sluice.app.config.AssessConfig;
import dev.sluice.app.config.LedgerConfig;
import dev.sluice.cognito.call.CognitoOptions;
import dev.sluice.migration.mapping.AttributeMapping;
import dev.sluice.migration.mapping.UserMapping;
import dev.sluice.migration.segment.Segment;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Which keys of {@code sluice.yaml} matter before anything is moved. */
final class AssessShape {
  /** Read by other commands; what they hold does not matter here. */
  private static final List<String> OTHER_PARTS =
      List.of("gateway", "first-login", "sync", "replicas");

  private final Path folder;

  /**
   * @param folder where relative paths begin
   */
  AssessShape(Path folder) {
    this.folder = folder;
  }

  /** Empty only when a problem was noted. */
  Optional<AssessConfig> read(Section top) {
    Section source = top.part("source");
    Optional<CognitoOptions> cognito = new CognitoShape().read(source.part("cognito"));
    source.complainAboutUnknown();
    var target = TargetShape.installed().chosen(top.part("target"));
    top.renamed(SluiceYamlShape.OLD_MODE, "mode");
    MigrationMode mode = top.read("mode", SluiceYamlShape.MODE).orElse(MigrationMode.HYBRID);
    Section mapping = top.part("mapping");
    var renames = mapping.part("attributes").all("a name at the target, or drop");
    var groups = SluiceYamlShape.groups(mapping.part("groups"));
    SluiceYamlShape.privilegedGroups(mapping);
    mapping.complainAboutUnknown();
    List<Segment> segments = new SegmentShape(folder).read(top.part("segments"));
    LedgerConfig ledger = new LedgerShape(folder).read(top.part("ledger"));
    OTHER_PARTS.forEach(top::part);
    top.complainAboutUnknown();
    return cognito.map(options ->
        new AssessConfig(
            options,
            target,
            new UserMapping(mode, new AttributeMapping(renames), groups),
            segments,
            ledger));
  }
}
