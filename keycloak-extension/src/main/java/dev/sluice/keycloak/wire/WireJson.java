package dev.sluice.keycloak.wire;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/** Reads and writes the wire's JSON. */
public final class WireJson {
  /** More than any message of the protocol has. */
  private static final int DEEPEST = 50;

  private static final ObjectMapper MAPPER =
      new ObjectMapper(
          JsonFactory.builder()
              .streamReadConstraints(
                  StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
              .build());

  private WireJson() {}

  /**
   * Reads one value.
   *
   * @throws WireException if the text is not as expected, with the position
   */
  public static <T> T read(InputStream in, Class<T> type) {
    try {
      return present(MAPPER.readValue(in, type));
    } catch (JsonProcessingException e) {
      throw WireException.at(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Reads as {@link #read(InputStream, Class)}, from text. */
  public static <T> T read(String text, Class<T> type) {
    try {
      return present(MAPPER.readValue(text, type));
    } catch (JsonProcessingException e) {
      throw WireException.at(e);
    }
  }

  private static <T> T present(@Nullable T value) {
    if (value == null) {
      throw WireException.nothing();
    }
    return value;
  }

  /** Writes one value. */
  public static String write(Object value) {
    try {
      return MAPPER.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
