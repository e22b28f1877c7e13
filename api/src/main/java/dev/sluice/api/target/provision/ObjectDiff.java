package dev.sluice.api.target.provision;

import java.util.List;

/**
 * The changes to one object at the target, line by line.
 *
 * @param kind such as {@code client}
 * @param name its name at the target
 * @param from what it comes from at the source, for a person
 */
public record ObjectDiff(String kind, String name, String from, List<DiffLine> lines) {
  public ObjectDiff {
    lines = List.copyOf(lines);
  }
}
