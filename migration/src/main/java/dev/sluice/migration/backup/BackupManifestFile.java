package dev.sluice.migration.backup;

import dev.sluice.migration.archive.seal.ArchiveKey;
import dev.sluice.migration.archive.seal.OpenedDocuments;
import dev.sluice.migration.archive.seal.SealedDocuments;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The manifest's file: the manifest itself or, for an encrypted backup, the keys that open it and
 * the sealed manifest.
 */
final class BackupManifestFile {
  static final String NAME = "manifest.json";
  private static final JsonMapper JSON = JsonMapper.shared();

  private BackupManifestFile() {}

  static byte[] json(BackupManifest manifest, SealedDocuments seal) {
    ObjectNode inner = BackupManifestJson.of(manifest);
    if (seal.keys().isEmpty()) {
      return pretty(inner);
    }
    byte[] sealed = seal.seal(NAME, JSON.writeValueAsBytes(inner));
    ObjectNode outer = BackupManifestJson.head(manifest.id());
    outer.set("keys", seal.keys());
    return pretty(outer.put("sealed", Base64.getEncoder().encodeToString(sealed)));
  }

  private static byte[] pretty(JsonNode document) {
    return JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(document);
  }

  /**
   * What the file says, as far as it can be read.
   *
   * @param manifest empty when it is encrypted and no key was given
   * @param recipients the keys that can read it; none when anyone can
   */
  record Opened(
      Optional<BackupManifest> manifest, OpenedDocuments documents, List<String> recipients) {}

  /**
   * @throws IllegalArgumentException when this is no manifest that Sluice wrote
   * @throws BackupException when a key is given and it is not encrypted
   * @throws dev.sluice.migration.archive.format.ArchiveException when the key does not fit
   */
  static Opened open(byte[] file, Optional<ArchiveKey> key) {
    JsonNode json = JSON.readTree(file);
    BackupManifestJson.requireFormat(json);
    JsonNode keys = json.path("keys");
    if (keys.isEmpty()) {
      if (key.isPresent()) {
        throw new BackupException(
            "The backup is not encrypted, but a key was given: check that this is the backup"
                + " you mean.");
      }
      return new Opened(
          Optional.of(BackupManifestJson.in(json)), OpenedDocuments.clear(), List.of());
    }
    List<String> recipients = OpenedDocuments.recipients(keys);
    if (key.isEmpty()) {
      return new Opened(Optional.empty(), OpenedDocuments.clear(), recipients);
    }
    OpenedDocuments documents = OpenedDocuments.with(key.get(), keys, json.path("id").asString(""));
    byte[] sealed = Base64.getDecoder().decode(json.path("sealed").asString(""));
    JsonNode inner = JSON.readTree(documents.open(NAME, sealed));
    BackupManifestJson.requireFormat(inner);
    return new Opened(Optional.of(BackupManifestJson.in(inner)), documents, recipients);
  }
}
