package dev.sluice.migration.assess.disposition;

import dev.sluice.api.target.provision.DispositionFile;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * The text for each thing, by its key: a disposition, a space, and what to do. A target's own texts
 * come before those that hold for any target. A trigger without a text of its own gets the text
 * under {@code trigger}.
 */
public final class DispositionTexts {
  private static final Map<String, String> ANY =
      DispositionFile.read(DispositionTexts.class, "dispositions.properties");

  private final Map<String, String> texts;

  /** Adds a target's own texts; empty where no target is configured. */
  public DispositionTexts(Map<String, String> own) {
    Map<String, String> all = new HashMap<>(ANY);
    all.putAll(own);
    this.texts = Map.copyOf(all);
  }

  /** Returns every key that there are texts for, whatever the target. */
  public static Set<String> keys() {
    return ANY.keySet();
  }

  DispositionRow of(FoundThing found) {
    String text = text(found.key());
    int space = text.indexOf(' ');
    return new DispositionRow(
        found.key(),
        found.thing(),
        found.inPool(),
        Disposition.valueOf(text.substring(0, space)),
        text.substring(space + 1));
  }

  private String text(String key) {
    String text = texts.get(key);
    if (text != null) {
      return text;
    }
    String kind = key.substring(0, Math.max(0, key.indexOf('.')));
    return Objects.requireNonNull(texts.get(kind), key);
  }
}
