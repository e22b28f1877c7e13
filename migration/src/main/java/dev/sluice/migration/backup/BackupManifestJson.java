package dev.sluice.migration.backup;

import dev.sluice.api.target.backup.BackupContents;
import java.time.Instant;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A manifest as JSON. What is missing is read as empty, because the sums show what was altered. */
final class BackupManifestJson {
  static final String FORMAT = "sluice-backup";

  /** The only version of the format so far. */
  static final int VERSION = 1;

  private BackupManifestJson() {}

  static ObjectNode head(String id) {
    return JsonMapper.shared()
        .createObjectNode()
        .put("format", FORMAT)
        .put("version", VERSION)
        .put("id", id);
  }

  static ObjectNode of(BackupManifest manifest) {
    ObjectNode json =
        head(manifest.id())
            .put("target", manifest.target())
            .put("name", manifest.contents().name())
            .put("targetVersion", manifest.contents().version())
            .put("usersAtBegin", manifest.contents().users())
            .put("begun", manifest.begun().toString())
            .put("finished", manifest.finished().toString())
            .put("writtenBy", manifest.writtenBy())
            .put("users", manifest.users());
    ArrayNode files = json.putArray("files");
    for (BackupFile file : manifest.files()) {
      files
          .addObject()
          .put("name", file.name())
          .put("users", file.users())
          .put("bytes", file.bytes())
          .put("sha256", file.sha256());
    }
    return json;
  }

  /**
   * @throws IllegalArgumentException when it is not one that this version reads
   */
  static void requireFormat(JsonNode json) {
    if (!FORMAT.equals(json.path("format").asString(""))) {
      throw new IllegalArgumentException("its \"format\" is not known.");
    }
    if (json.path("version").asInt(0) != VERSION) {
      throw new IllegalArgumentException("a newer Sluice wrote it; use that one.");
    }
  }

  static BackupManifest in(JsonNode json) {
    return new BackupManifest(
        json.path("id").asString(""),
        json.path("target").asString(""),
        new BackupContents(
            json.path("name").asString(""),
            json.path("targetVersion").asString(""),
            json.path("usersAtBegin").asLong(0)),
        Instant.parse(json.path("begun").asString("")),
        Instant.parse(json.path("finished").asString("")),
        json.path("writtenBy").asString(""),
        json.path("files")
            .valueStream()
            .map(file ->
                new BackupFile(
                    file.path("name").asString(""),
                    file.path("users").asLong(0),
                    file.path("bytes").asLong(0),
                    file.path("sha256").asString("")))
            .toList());
  }
}
