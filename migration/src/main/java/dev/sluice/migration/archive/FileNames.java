package dev.sluice.migration.archive;

import dev.sluice.migration.source.Shard;
import java.nio.charset.StandardCharsets;

/** What the files of an archive are called. */
final class FileNames {
  static final String MANIFEST = "manifest.json";
  static final String CHECKSUM = "manifest.sha256";
  static final String CONFIGURATION = "configuration.json";
  static final String GROUPS = "groups.jsonl.zst";

  /** Holds what an export needs to go on; no part of the archive. */
  static final String UNFINISHED = "unfinished";

  private static final String USERS = "users-";
  private static final String LINES = ".jsonl.zst";
  private static final String MEMBERS = "members-";
  private static final int LETTERS_OF_A_HASH = 16;

  private FileNames() {}

  static String users(Shard shard) {
    if (!shard.name().matches("[a-z0-9-]+")) {
      throw new IllegalArgumentException("A shard's name is no file's name: " + shard.name());
    }
    return USERS + shard.name() + LINES;
  }

  static Shard shard(ArchivedFile users) {
    String name = users.name();
    return new Shard(name.substring(USERS.length(), name.indexOf('.')));
  }

  static boolean isOfUsersOrMembers(String name) {
    return name.startsWith(USERS) || name.startsWith(MEMBERS);
  }

  /**
   * A group's name may be anything, so its file is called after a hash of it; the archive's id goes
   * in so that the files of two archives cannot be compared by name.
   */
  static String members(String archive, String group) {
    byte[] named = (archive + "\n" + group).getBytes(StandardCharsets.UTF_8);
    return MEMBERS + Checksums.of(named).substring(0, LETTERS_OF_A_HASH) + LINES;
  }
}
