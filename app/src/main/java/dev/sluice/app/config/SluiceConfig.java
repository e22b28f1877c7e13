package dev.sluice.app.config;

import dev.sluice.api.MigrationMode;
import dev.sluice.api.target.provision.FirstLoginChoices;
import dev.sluice.cognito.call.CognitoOptions;
import dev.sluice.migration.mapping.AttributeMapping;
import dev.sluice.migration.mapping.UserMapping;
import dev.sluice.migration.segment.Segment;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * All of {@code sluice.yaml}, checked.
 *
 * @param renames from attributes' names at the source to those at the target, or to {@code drop}
 * @param groups from groups' names at the source to paths at the target
 * @param privilegedGroups names of groups at the source whose members get the rights that their
 *     group has at the target
 * @param segments parts of the users that may move in waves of their own, in the file's order
 */
public record SluiceConfig(
    CognitoOptions source,
    TargetConfig target,
    MigrationMode mode,
    Map<String, String> renames,
    Map<String, String> groups,
    Set<String> privilegedGroups,
    List<Segment> segments,
    SyncConfig sync,
    LedgerConfig ledger,
    GatewayConfig gateway,
    FirstLoginChoices firstLogin,
    ReplicasConfig replicas) {

  public SluiceConfig {
    renames = Map.copyOf(renames);
    groups = Map.copyOf(groups);
    privilegedGroups = Set.copyOf(privilegedGroups);
    segments = List.copyOf(segments);
  }

  /**
   * The segment with this name.
   *
   * @throws ConfigException when there is none
   */
  public Segment segment(String name) {
    return segments.stream()
        .filter(segment -> segment.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new ConfigException(noSegment(name)));
  }

  private String noSegment(String name) {
    List<String> names = segments.stream().map(Segment::name).toList();
    String near = Nearest.question(name, names);
    return names.isEmpty()
        ? "There is no segment \"%s\": sluice.yaml has none. Name it under segments:"
            .formatted(name)
        : "There is no segment \"%s\"%s"
            .formatted(
                name, near.isEmpty() ? "; expected one of " + String.join(", ", names) : near);
  }

  /** How users are mapped on their way. */
  public UserMapping mapping() {
    return new UserMapping(mode, new AttributeMapping(renames), groups);
  }
}
