package dev.sluice.api.target;

import java.util.Set;

/**
 * The name, the capabilities and the limits of a target.
 *
 * @param name as in {@code sluice.yaml}, such as {@code keycloak}
 * @param batchSize how many users one {@link Target#write} takes at most
 * @param parallelism how many writes may run at once
 */
public record TargetDescription(
    String name, Set<TargetCapability> capabilities, int batchSize, int parallelism) {
  public TargetDescription {
    capabilities = Set.copyOf(capabilities);
  }
}
