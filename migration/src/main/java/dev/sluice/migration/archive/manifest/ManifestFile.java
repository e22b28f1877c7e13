package dev.sluice.migration.archive.manifest;

import dev.sluice.migration.archive.format.ArchiveException;
import dev.sluice.migration.archive.format.FileNames;
import dev.sluice.migration.archive.format.JsonFields;
import dev.sluice.migration.archive.format.Lines;
import dev.sluice.migration.archive.seal.ArchiveKey;
import dev.sluice.migration.archive.seal.ContentOpener;
import dev.sluice.migration.archive.seal.ContentSealer;
import dev.sluice.migration.archive.seal.OpenedKeys;
import dev.sluice.migration.archive.seal.WrappedKey;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The manifest's file: the manifest itself or, for an encrypted archive, the keys that open it and
 * the sealed manifest.
 */
public final class ManifestFile {
  private ManifestFile() {}

  public static byte[] json(Manifest manifest, List<WrappedKey> keys, ContentSealer sealer) {
    ObjectNode inner = ManifestJson.of(manifest);
    if (keys.isEmpty()) {
      return Lines.pretty(inner);
    }
    ObjectNode outer =
        Lines.object()
            .put("format", Manifest.FORMAT)
            .put("version", Manifest.VERSION)
            .put("id", manifest.id());
    ArrayNode wrapped = outer.putArray("keys");
    keys.forEach(key -> wrapped.add(key.json()));
    byte[] sealed = sealer.seal(FileNames.MANIFEST, 0, Lines.JSON.writeValueAsBytes(inner));
    return Lines.pretty(outer.put("sealed", Base64.getEncoder().encodeToString(sealed)));
  }

  /**
   * What the file says, and what opens the other files.
   *
   * @param recipients the keys that can read them; none when anyone can
   */
  public record Opened(Manifest manifest, ContentOpener opener, List<String> recipients) {}

  /**
   * Opens a manifest with the key that it needs, if any.
   *
   * @throws IllegalArgumentException when this is no manifest that Sluice wrote
   * @throws ArchiveException when the key does not fit
   */
  public static Opened open(JsonNode json, Optional<ArchiveKey> key) {
    requireFormat(json);
    if (json.has("keys")) {
      return sealed(json, key);
    }
    if (key.isPresent()) {
      throw new ArchiveException(
          "The archive is not encrypted, but a key was given: check that this is the archive"
              + " you mean.");
    }
    return new Opened(ManifestJson.in(json), ContentOpener.CLEAR, List.of());
  }

  private static Opened sealed(JsonNode json, Optional<ArchiveKey> key) {
    List<WrappedKey> keys = json.path("keys").valueStream().map(WrappedKey::in).toList();
    List<String> recipients =
        keys.stream()
            .flatMap(each -> each.recipients().keySet().stream())
            .distinct()
            .sorted()
            .toList();
    ArchiveKey given =
        key.orElseThrow(() ->
            new ArchiveException(
                "The archive is encrypted to "
                    + String.join(", ", recipients)
                    + ": give the private key with --key."));
    OpenedKeys opened = new OpenedKeys(JsonFields.text(json, "id"), keys, given);
    byte[] sealed = Base64.getDecoder().decode(JsonFields.text(json, "sealed"));
    JsonNode inner = Lines.JSON.readTree(opened.open(FileNames.MANIFEST, 0, sealed));
    requireFormat(inner);
    return new Opened(ManifestJson.in(inner), opened, recipients);
  }

  private static void requireFormat(JsonNode json) {
    if (!Manifest.FORMAT.equals(JsonFields.text(json, "format"))) {
      throw new IllegalArgumentException("its \"format\" is not known.");
    }
    if (JsonFields.number(json, "version") != Manifest.VERSION) {
      throw new IllegalArgumentException("a newer Sluice wrote it; use that one.");
    }
  }
}
