package dev.sluice.migration.archive;

import dev.sluice.api.pool.PoolInventory;
import dev.sluice.api.pool.PoolInventoryJson;
import dev.sluice.api.source.MemberPage;
import dev.sluice.api.source.PoolDescription;
import dev.sluice.api.source.PositionRefusedException;
import dev.sluice.api.source.Shard;
import dev.sluice.api.source.SourceException;
import dev.sluice.api.source.UserPage;
import dev.sluice.api.source.UserSource;
import dev.sluice.api.user.Group;
import dev.sluice.api.user.UserId;
import dev.sluice.api.user.UserRecord;
import dev.sluice.migration.archive.format.ArchivedFile;
import dev.sluice.migration.archive.format.ArchivedFile.Kind;
import dev.sluice.migration.archive.format.ChunkPosition;
import dev.sluice.migration.archive.format.FileNames;
import dev.sluice.migration.archive.manifest.ArchivedGroup;
import dev.sluice.migration.archive.manifest.FinishedArchive;
import dev.sluice.migration.archive.seal.ArchiveKey;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The users of an archive: a pool that no longer needs to exist. */
public final class ArchiveSource implements UserSource {
  private final ArchiveReader archive;
  private final Map<String, ArchivedFile> files;
  private final Map<Shard, ArchivedFile> shards;
  private final Map<String, ArchivedGroup> groups;

  private ArchiveSource(ArchiveReader archive) {
    this.archive = archive;
    this.files =
        archive.manifest().files().stream()
            .collect(Collectors.toMap(ArchivedFile::name, Function.identity()));
    this.shards =
        archive.manifest().files(Kind.USERS).stream()
            .collect(Collectors.toMap(FileNames::shard, Function.identity()));
    this.groups =
        all(Kind.GROUPS, ArchivedGroup::in).stream()
            .collect(Collectors.toMap(each -> each.group().name(), Function.identity()));
  }

  /**
   * Opens an archive after checking every byte of it.
   *
   * @param key what opens it, when it is encrypted
   * @throws dev.sluice.migration.archive.format.ArchiveException with the file that is not as it
   *     was written, and the reason
   */
  public static ArchiveSource open(Path directory, Optional<ArchiveKey> key) {
    ArchiveReader archive = ArchiveReader.open(directory, key);
    new ArchiveCheck(archive).files();
    return new ArchiveSource(archive);
  }

  /**
   * Reads every record, and keeps none.
   *
   * @throws dev.sluice.migration.archive.format.ArchiveException with the first file that cannot be
   *     read, and the reason
   */
  public void readToTheEnd() {
    new ArchiveCheck(archive).records();
  }

  @Override
  public String archiveId() {
    return archive.manifest().id();
  }

  public FinishedArchive archive() {
    return archive.archive();
  }

  /** Returns the pool as it was, with the number of archived users in place of its estimate. */
  @Override
  public PoolDescription describe() {
    PoolDescription pool = archive.manifest().pool();
    return new PoolDescription(
        pool.id(),
        pool.name(),
        archive.manifest().records(Kind.USERS),
        pool.attributeNames(),
        pool.logins());
  }

  @Override
  public PoolInventory inventory() {
    ArchivedFile file = archive.manifest().files(Kind.CONFIGURATION).getFirst();
    return PoolInventoryJson.read(archive.document(file));
  }

  @Override
  public List<String> cautions() {
    return List.of();
  }

  @Override
  public List<Shard> shards() {
    return archive.manifest().files(Kind.USERS).stream().map(FileNames::shard).toList();
  }

  @Override
  public UserPage read(Shard shard, @Nullable String position) {
    ArchivedFile file = shards.get(shard);
    if (file == null) {
      throw new IllegalArgumentException("This archive has no shard \"" + shard.name() + "\".");
    }
    ArchiveReader.Page<UserRecord> page = archive.read(file, at(file, position), UserJson::in);
    return new UserPage(page.records(), next(file, page));
  }

  @Override
  public List<Group> groups() {
    return groups.values().stream().map(ArchivedGroup::group).toList();
  }

  @Override
  public MemberPage members(String group, @Nullable String position) {
    ArchivedGroup found = groups.get(group);
    ArchivedFile file = found == null ? null : files.get(found.file());
    if (file == null) {
      throw new SourceException("The archive has no group \"" + group + "\".");
    }
    ArchiveReader.Page<UserId> page = archive.read(file, at(file, position), MemberJson::in);
    return new MemberPage(page.records(), next(file, page));
  }

  /** Searches the whole archive for a username, the only login that it stores separately. */
  @Override
  public Optional<UserRecord> find(String login) {
    return first(user -> user.username().equals(login))
        .map(user -> user.withGroups(groupsOf(user.id())));
  }

  /** Searches the whole archive. */
  @Override
  public Optional<UserRecord> lookup(UserId id) {
    return first(user -> user.id().equals(id));
  }

  private Optional<UserRecord> first(Predicate<UserRecord> wanted) {
    for (Shard shard : shards()) {
      @Nullable String position = null;
      do {
        UserPage page = read(shard, position);
        Optional<UserRecord> found = page.users().stream().filter(wanted).findFirst();
        if (found.isPresent()) {
          return found;
        }
        position = page.next();
      } while (position != null);
    }
    return Optional.empty();
  }

  private List<String> groupsOf(UserId user) {
    return groups.keySet().stream().filter(group -> isIn(group, user)).sorted().toList();
  }

  private boolean isIn(String group, UserId user) {
    @Nullable String position = null;
    do {
      MemberPage page = members(group, position);
      if (page.members().contains(user)) {
        return true;
      }
      position = page.next();
    } while (position != null);
    return false;
  }

  private <T> List<T> all(Kind kind, Function<JsonNode, T> reader) {
    List<T> found = new ArrayList<>();
    for (ArchivedFile file : archive.manifest().files(kind)) {
      ChunkPosition position = ChunkPosition.START;
      while (position.isWithin(file)) {
        ArchiveReader.Page<T> page = archive.read(file, position, reader);
        found.addAll(page.records());
        position = page.next();
      }
    }
    return found;
  }

  private static ChunkPosition at(ArchivedFile file, @Nullable String position) {
    if (position == null) {
      return ChunkPosition.START;
    }
    return ChunkPosition.in(position)
        .filter(found -> found.isWithin(file))
        .orElseThrow(() ->
            new PositionRefusedException(
                file.name() + " has no position \"" + position + "\".",
                new IllegalArgumentException(position)));
  }

  private static @Nullable String next(ArchivedFile file, ArchiveReader.Page<?> page) {
    return page.next().isWithin(file) ? page.next().toString() : null;
  }

  /** Nothing is held open. */
  @Override
  public void close() {}
}
