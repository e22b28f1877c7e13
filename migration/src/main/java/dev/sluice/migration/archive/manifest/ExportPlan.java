package dev.sluice.migration.archive.manifest;

import dev.sluice.api.source.PoolDescription;
import dev.sluice.migration.archive.format.ArchiveException;
import dev.sluice.migration.archive.format.JsonFields;
import dev.sluice.migration.archive.format.Lines;
import dev.sluice.migration.archive.seal.Recipient;
import dev.sluice.migration.archive.seal.WrappedKey;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What an unfinished export must not forget.
 *
 * @param keys the keys that chunks may be encrypted with so far; none when nothing is encrypted
 * @param oneChain whether reading in shards has turned out not to reach all users
 */
public record ExportPlan(
    String archive, String pool, Instant begun, boolean oneChain, List<WrappedKey> keys) {
  public ExportPlan {
    keys = List.copyOf(keys);
  }

  public static ExportPlan fresh(PoolDescription pool, InstantSource clock) {
    String id = UUID.randomUUID().toString().replace("-", "");
    return new ExportPlan(id, pool.id(), clock.instant(), false, List.of());
  }

  /**
   * Returns this plan, if it is for the same pool and recipients.
   *
   * @throws ArchiveException when it is not
   */
  public ExportPlan sameAs(Path directory, PoolDescription from, List<Recipient> to) {
    if (!pool.equals(from.id())) {
      throw new ArchiveException(
          "%s holds an unfinished export of pool %s, not of %s: name another directory."
              .formatted(directory, pool, from.id()));
    }
    if (!recipients().equals(to.stream().map(Recipient::fingerprint).collect(Collectors.toSet()))) {
      throw new ArchiveException(
          "%s holds an unfinished export that is %s: resume it with the same recipients, or name another directory."
              .formatted(
                  directory,
                  keys.isEmpty()
                      ? "not encrypted"
                      : "encrypted to " + String.join(", ", new TreeSet<>(recipients()))));
    }
    return this;
  }

  public ExportPlan with(WrappedKey key) {
    return new ExportPlan(
        archive, pool, begun, oneChain, Stream.concat(keys.stream(), Stream.of(key)).toList());
  }

  /** Returns the fingerprints of the recipients who can read it. */
  public Set<String> recipients() {
    return keys.isEmpty() ? Set.of() : keys.getFirst().recipients().keySet();
  }

  public ExportPlan inOneChain() {
    return new ExportPlan(archive, pool, begun, true, keys);
  }

  public byte[] json() {
    ObjectNode json =
        Lines.object()
            .put("archive", archive)
            .put("pool", pool)
            .put("begun", begun.toString())
            .put("oneChain", oneChain);
    ArrayNode all = json.putArray("keys");
    keys.forEach(key -> all.add(key.json()));
    return Lines.JSON.writeValueAsBytes(json);
  }

  public static ExportPlan in(byte[] json) {
    JsonNode plan = Lines.JSON.readTree(json);
    return new ExportPlan(
        JsonFields.text(plan, "archive"),
        JsonFields.text(plan, "pool"),
        JsonFields.moment(plan, "begun"),
        JsonFields.flag(plan, "oneChain"),
        plan.path("keys").valueStream().map(WrappedKey::in).toList());
  }
}
