package dev.sluice.migration.run;

import dev.sluice.migration.mapping.UserMapping;
import dev.sluice.migration.source.PoolDescription;
import dev.sluice.migration.source.UserSource;
import dev.sluice.migration.target.SourceNames;
import dev.sluice.migration.user.Group;
import java.util.HashSet;
import java.util.Set;

/** Which attributes and groups of the target the source decides about. */
final class DecidedNames {
  private DecidedNames() {}

  static SourceNames of(UserSource source, PoolDescription pool, UserMapping mapping) {
    Set<String> groups = new HashSet<>(mapping.groups().values());
    source.groups().stream().map(Group::name).map(mapping::groupPath).forEach(groups::add);
    return new SourceNames(
        Set.copyOf(mapping.attributeNamesAtTarget(pool.attributeNames())), groups);
  }
}
