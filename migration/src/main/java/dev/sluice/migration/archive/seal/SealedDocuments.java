package dev.sluice.migration.archive.seal;

import dev.sluice.migration.archive.format.Lines;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;

/**
 * Encrypts whole documents as an archive does, for other uses. Without recipients they stay as they
 * are.
 */
public final class SealedDocuments {
  private final ContentSealer sealer;
  private final List<WrappedKey> keys;

  private SealedDocuments(ContentSealer sealer, List<WrappedKey> keys) {
    this.sealer = sealer;
    this.keys = keys;
  }

  /**
   * Seals to these recipients, or leaves documents in clear where there are none.
   *
   * @param id what the documents belong to, so that they cannot be moved elsewhere unnoticed
   */
  public static SealedDocuments to(List<Recipient> recipients, String id) {
    if (recipients.isEmpty()) {
      return new SealedDocuments(ContentSealer.CLEAR, List.of());
    }
    SessionKey key = new SessionKey(id, 1);
    return new SealedDocuments(key, List.of(key.wrapped(recipients)));
  }

  /** Returns what the names of files end in. */
  public String suffix() {
    return sealer.suffix();
  }

  /** Returns what is to be written to the file of this name. */
  public byte[] seal(String file, byte[] content) {
    return sealer.seal(file, 0, content);
  }

  /** Returns the key, for each recipient; empty when nothing is encrypted. */
  public ArrayNode keys() {
    ArrayNode all = Lines.JSON.createArrayNode();
    keys.forEach(key -> all.add(key.json()));
    return all;
  }
}
