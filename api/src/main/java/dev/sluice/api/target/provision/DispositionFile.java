package dev.sluice.api.target.provision;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Collectors;

/**
 * Reads what {@link dev.sluice.api.target.TargetFactory#dispositions} gives from a properties file
 * in UTF-8.
 */
public final class DispositionFile {
  private DispositionFile() {}

  /** Reads the file of this name in the package of this class. */
  public static Map<String, String> read(Class<?> beside, String file) {
    Properties texts = new Properties();
    try (Reader in =
        new InputStreamReader(
            Objects.requireNonNull(beside.getResourceAsStream(file), file),
            StandardCharsets.UTF_8)) {
      texts.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return texts.stringPropertyNames().stream()
        .collect(Collectors.toUnmodifiableMap(key -> key, texts::getProperty));
  }
}
