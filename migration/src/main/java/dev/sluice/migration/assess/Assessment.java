package dev.sluice.migration.assess;

import dev.sluice.api.pool.PoolInventory;
import dev.sluice.api.source.PoolDescription;
import dev.sluice.migration.assess.estimate.Costs;
import dev.sluice.migration.assess.estimate.Times;
import dev.sluice.migration.assess.found.AttributeUse;
import dev.sluice.migration.assess.found.Collisions;
import dev.sluice.migration.assess.found.Contested;
import dev.sluice.migration.assess.found.Groups;
import dev.sluice.migration.assess.found.MfaShares;
import dev.sluice.migration.assess.found.Obstacles;
import dev.sluice.migration.assess.found.People;
import dev.sluice.migration.segment.SegmentSizes;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What was found out about a pool.
 *
 * @param inventory how the pool is configured; holds secrets, which must not be shown anywhere
 * @param target the configured target's name
 * @param otherNames names of attributes in use that the target cannot keep as they are, as they
 *     would be at the target
 * @param otherNamesDisposition their disposition and what to do; empty when there are none
 * @param obstacles who would be rejected, and why
 * @param contested who is not rejected, but shares a login or is a person with another profile
 * @param segments without any where the configuration names none
 * @param mfa empty unless requested
 * @param notices what an operator should know of the reading
 * @param scratchBytes how much was kept in temporary files
 */
public record Assessment(
    Instant at,
    PoolDescription pool,
    PoolInventory inventory,
    Optional<String> target,
    People people,
    Groups groups,
    List<AttributeUse> attributes,
    List<String> otherNames,
    String otherNamesDisposition,
    Obstacles obstacles,
    Contested contested,
    Collisions collisions,
    SegmentSizes segments,
    Optional<MfaShares> mfa,
    Costs costs,
    Times times,
    List<Sign> signs,
    List<String> notices,
    long scratchBytes) {
  public Assessment {
    attributes = List.copyOf(attributes);
    otherNames = List.copyOf(otherNames);
    signs = List.copyOf(signs);
    notices = List.copyOf(notices);
  }
}
