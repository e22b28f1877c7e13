package dev.sluice.migration.archive;

import dev.sluice.api.SluiceVersion;
import dev.sluice.api.pool.PoolInventory;
import dev.sluice.api.pool.PoolInventoryJson;
import dev.sluice.api.source.PoolDescription;
import dev.sluice.api.source.Shard;
import dev.sluice.api.user.Group;
import dev.sluice.migration.archive.format.ArchiveException;
import dev.sluice.migration.archive.format.ArchivedFile;
import dev.sluice.migration.archive.format.ArchivedFile.Kind;
import dev.sluice.migration.archive.format.Checksums;
import dev.sluice.migration.archive.format.DirectoryLock;
import dev.sluice.migration.archive.format.FileNames;
import dev.sluice.migration.archive.format.Lines;
import dev.sluice.migration.archive.format.WholeFile;
import dev.sluice.migration.archive.manifest.ArchivedGroup;
import dev.sluice.migration.archive.manifest.ExportPlan;
import dev.sluice.migration.archive.manifest.FinishedArchive;
import dev.sluice.migration.archive.manifest.Manifest;
import dev.sluice.migration.archive.manifest.ManifestFile;
import dev.sluice.migration.archive.seal.ContentSealer;
import dev.sluice.migration.archive.seal.Recipient;
import dev.sluice.migration.archive.seal.SessionKey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ObjectNode;

/**
 * An archive that is being written. Until {@link #finish} it has no manifest, so that it is not
 * mistaken for a complete one. Another process may resume it where this one stopped.
 */
public final class ArchiveWriter implements AutoCloseable {
  private static final String PLAN = "export.json";
  private static final int GROUPS_IN_A_CHUNK = 500;

  private final Path directory;
  private final DirectoryLock lock;
  private final boolean resumed;
  private final ContentSealer sealer;
  private ExportPlan plan;

  private ArchiveWriter(
      Path directory,
      DirectoryLock lock,
      ExportPlan plan,
      boolean resumed,
      List<Recipient> recipients)
      throws IOException {
    this.directory = directory;
    this.lock = lock;
    this.resumed = resumed;
    if (recipients.isEmpty()) {
      this.plan = plan;
      this.sealer = ContentSealer.CLEAR;
    } else {
      SessionKey key = new SessionKey(plan.archive(), plan.keys().size() + 1);
      this.plan = plan.with(key.wrapped(recipients));
      this.sealer = key;
    }
    writePlan();
  }

  /**
   * Begins an archive, or resumes an unfinished one.
   *
   * @param recipients the keys that can read it; anyone can when there are none
   * @return empty when another process is writing it
   * @throws ArchiveException when the directory is of another pool, or cannot be written
   */
  public static Optional<ArchiveWriter> open(
      Path directory, PoolDescription pool, List<Recipient> recipients, InstantSource clock) {
    try {
      Path states = directory.resolve(FileNames.UNFINISHED);
      ArchiveDirectory.makeForItsOwnerOnly(directory);
      Files.createDirectories(states);
      Optional<DirectoryLock> lock = DirectoryLock.take(states.resolve("lock"));
      return lock.isEmpty()
          ? Optional.empty()
          : Optional.of(locked(directory, lock.get(), pool, recipients, clock));
    } catch (IOException problem) {
      throw failed(directory, problem);
    }
  }

  private static ArchiveWriter locked(
      Path directory,
      DirectoryLock lock,
      PoolDescription pool,
      List<Recipient> recipients,
      InstantSource clock)
      throws IOException {
    Path file = directory.resolve(FileNames.UNFINISHED).resolve(PLAN);
    boolean resumed = Files.exists(file);
    boolean opened = false;
    try {
      ExportPlan plan =
          resumed
              ? ExportPlan.in(Files.readAllBytes(file)).sameAs(directory, pool, recipients)
              : ExportPlan.fresh(pool, clock);
      ArchiveWriter writer = new ArchiveWriter(directory, lock, plan, resumed, recipients);
      opened = true;
      return writer;
    } finally {
      if (!opened) {
        lock.close();
      }
    }
  }

  /** Returns whether an earlier process began it. */
  public boolean resumed() {
    return resumed;
  }

  /** Returns whether only recipients can read it. */
  public boolean encrypted() {
    return !plan.keys().isEmpty();
  }

  /** Returns whether an earlier part of the export has given up reading in shards. */
  public boolean inOneChain() {
    return plan.oneChain();
  }

  /** Remembers that shards do not reach all users. */
  public void readInOneChain() {
    plan = plan.inOneChain();
    try {
      writePlan();
    } catch (IOException problem) {
      throw failed(directory, problem);
    }
  }

  private void writePlan() throws IOException {
    WholeFile.write(directory.resolve(FileNames.UNFINISHED).resolve(PLAN), plan.json());
  }

  /** Returns the file of a shard's users, as far as it was written; the caller closes it. */
  public ArchivePart users(Shard shard) {
    return part(usersName(shard));
  }

  /** Returns the file of a group's members, as far as it was written; the caller closes it. */
  public ArchivePart members(String group) {
    return part(membersName(group));
  }

  private String usersName(Shard shard) {
    return FileNames.users(shard) + sealer.suffix();
  }

  private String membersName(String group) {
    return FileNames.members(plan.archive(), group) + sealer.suffix();
  }

  private String groupsName() {
    return FileNames.GROUPS + sealer.suffix();
  }

  private ArchivePart part(String name) {
    return ArchivePart.open(directory, name, sealer);
  }

  /**
   * Completes the archive.
   *
   * @param shards the shards whose files together hold all users; files of other shards are removed
   */
  public FinishedArchive finish(
      PoolDescription pool,
      PoolInventory configuration,
      List<Shard> shards,
      List<Group> groups,
      InstantSource clock) {
    try {
      List<ArchivedFile> files = new ArrayList<>();
      for (Shard shard : shards) {
        files.add(finished(usersName(shard), Kind.USERS));
      }
      for (Group group : groups) {
        files.add(finished(membersName(group.name()), Kind.MEMBERS));
      }
      files.add(writeConfiguration(configuration));
      writeGroups(groups);
      files.add(finished(groupsName(), Kind.GROUPS));
      Manifest manifest =
          new Manifest(
              plan.archive(), pool, plan.begun(), clock.instant(), SluiceVersion.TEXT, files);
      removeOthersThan(files.stream().map(ArchivedFile::name).collect(Collectors.toSet()));
      String sha256 = write(ManifestFile.json(manifest, plan.keys(), sealer));
      removeStates();
      return new FinishedArchive(manifest, sha256, plan.recipients().stream().sorted().toList());
    } catch (IOException problem) {
      throw failed(directory, problem);
    }
  }

  /** Writes secrets only into an archive that is encrypted. */
  private ArchivedFile writeConfiguration(PoolInventory configuration) throws IOException {
    byte[] json =
        Lines.pretty(
            encrypted()
                ? PoolInventoryJson.withSecrets(configuration)
                : PoolInventoryJson.withoutSecrets(configuration));
    String name = FileNames.CONFIGURATION + sealer.suffix();
    byte[] sealed = sealer.seal(name, 0, json);
    WholeFile.write(directory.resolve(name), sealed);
    return new ArchivedFile(name, Kind.CONFIGURATION, 1, 1, sealed.length, Checksums.of(sealed));
  }

  private void writeGroups(List<Group> groups) {
    List<ObjectNode> lines = groups.stream().map(group -> archived(group).json()).toList();
    try (ArchivePart part = part(groupsName())) {
      part.restart();
      for (int from = 0; from < lines.size(); from += GROUPS_IN_A_CHUNK) {
        part.append(lines.subList(from, Math.min(from + GROUPS_IN_A_CHUNK, lines.size())), "more");
      }
      part.append(List.of(), null);
    }
  }

  private ArchivedGroup archived(Group group) {
    try (ArchivePart members = members(group.name())) {
      return new ArchivedGroup(group, membersName(group.name()), members.records());
    }
  }

  private ArchivedFile finished(String name, Kind kind) throws IOException {
    PartState state;
    try (ArchivePart part = part(name)) {
      state = part.state();
    }
    if (!state.finished()) {
      throw new IllegalStateException(name + " is not finished.");
    }
    String sha256 = Checksums.of(directory.resolve(name));
    return new ArchivedFile(name, kind, state.records(), state.chunks(), state.bytes(), sha256);
  }

  /**
   * Removes files of shards that turned out not to reach all users, and of groups that have been
   * deleted meanwhile.
   */
  private void removeOthersThan(Set<String> names) throws IOException {
    for (String name : ArchiveDirectory.names(directory)) {
      if (FileNames.isOfUsersOrMembers(name) && !names.contains(name)) {
        Files.delete(directory.resolve(name));
      }
    }
  }

  private String write(byte[] json) throws IOException {
    String sha256 = Checksums.of(json);
    byte[] line = (sha256 + "  " + FileNames.MANIFEST + "\n").getBytes(StandardCharsets.US_ASCII);
    WholeFile.write(directory.resolve(FileNames.CHECKSUM), line);
    WholeFile.write(directory.resolve(FileNames.MANIFEST), json);
    return sha256;
  }

  private void removeStates() throws IOException {
    Path states = directory.resolve(FileNames.UNFINISHED);
    for (String name : ArchiveDirectory.names(states)) {
      Files.delete(states.resolve(name));
    }
    Files.delete(states);
  }

  private static ArchiveException failed(Path directory, IOException problem) {
    return new ArchiveException(
        directory + " cannot be written: " + problem + ". Fix that, and run it again.", problem);
  }

  /** Releases the archive without finishing it. */
  @Override
  public void close() {
    try {
      lock.close();
    } catch (IOException problem) {
      throw failed(directory, problem);
    }
  }
}
