package dev.sluice.migration.archive.format;

import dev.sluice.api.source.Shard;
import java.nio.charset.StandardCharsets;

/** The names of the files of an archive. */
public final class FileNames {
  public static final String MANIFEST = "manifest.json";
  public static final String CHECKSUM = "manifest.sha256";
  public static final String CONFIGURATION = "configuration.json";
  public static final String GROUPS = "groups.jsonl.zst";

  /** The directory that holds what an export needs to resume; no part of the archive. */
  public static final String UNFINISHED = "unfinished";

  private static final String USERS = "users-";
  private static final String LINES = ".jsonl.zst";
  private static final String MEMBERS = "members-";
  private static final int LETTERS_OF_A_HASH = 16;

  private FileNames() {}

  public static String users(Shard shard) {
    if (!shard.name().matches("[a-z0-9-]+")) {
      throw new IllegalArgumentException("A shard's name cannot be a file's name: " + shard.name());
    }
    return USERS + shard.name() + LINES;
  }

  public static Shard shard(ArchivedFile users) {
    String name = users.name();
    return new Shard(name.substring(USERS.length(), name.indexOf('.')));
  }

  public static boolean isOfUsersOrMembers(String name) {
    return name.startsWith(USERS) || name.startsWith(MEMBERS);
  }

  /**
   * Returns a name made of a hash, because a group's name may be anything. The archive's id is part
   * of the hash, so that the files of two archives cannot be compared by name.
   */
  public static String members(String archive, String group) {
    byte[] named = (archive + "\n" + group).getBytes(StandardCharsets.UTF_8);
    return MEMBERS + Checksums.of(named).substring(0, LETTERS_OF_A_HASH) + LINES;
  }
}
