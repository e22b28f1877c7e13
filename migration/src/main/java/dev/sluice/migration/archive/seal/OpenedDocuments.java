package dev.sluice.migration.archive.seal;

import java.util.List;
import tools.jackson.databind.JsonNode;

/** The counterpart of {@link SealedDocuments}. */
public final class OpenedDocuments {
  private final ContentOpener opener;

  private OpenedDocuments(ContentOpener opener) {
    this.opener = opener;
  }

  /** Returns an opener for documents that are not encrypted. */
  public static OpenedDocuments clear() {
    return new OpenedDocuments(ContentOpener.CLEAR);
  }

  /**
   * Returns an opener for documents that were sealed to this key.
   *
   * @param keys as {@link SealedDocuments#keys} returned them
   * @throws dev.sluice.migration.archive.format.ArchiveException when the key does not fit
   * @throws IllegalArgumentException when these are no keys
   */
  public static OpenedDocuments with(ArchiveKey key, JsonNode keys, String id) {
    List<WrappedKey> wrapped = keys.valueStream().map(WrappedKey::in).toList();
    return new OpenedDocuments(new OpenedKeys(id, wrapped, key));
  }

  /** Returns the fingerprints of the recipients who can open them. */
  public static List<String> recipients(JsonNode keys) {
    return keys.valueStream()
        .map(WrappedKey::in)
        .flatMap(key -> key.recipients().keySet().stream())
        .distinct()
        .sorted()
        .toList();
  }

  /**
   * Returns what was sealed as the file of this name.
   *
   * @throws dev.sluice.migration.archive.format.ArchiveException when it was not
   */
  public byte[] open(String file, byte[] sealed) {
    return opener.open(file, 0, sealed);
  }
}
