package dev.sluice.migration.archive.format;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.SerializableString;
import tools.jackson.core.io.CharacterEscapes;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * JSON objects, one a line. Everything but printable ASCII is escaped: no character of a user's can
 * break a line or play tricks on a terminal, and half of a surrogate pair, which UTF-8 cannot hold,
 * comes back as it was.
 */
public final class Lines {
  public static final JsonMapper JSON =
      JsonMapper.builder(
              JsonFactory.builder()
                  .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
                  .characterEscapes(new DeleteToo())
                  .build())
          .build();

  private Lines() {}

  public static ObjectNode object() {
    return JSON.createObjectNode();
  }

  public static byte[] of(List<ObjectNode> objects) {
    ByteArrayOutputStream lines = new ByteArrayOutputStream();
    for (ObjectNode object : objects) {
      lines.writeBytes(JSON.writeValueAsBytes(object));
      lines.write('\n');
    }
    return lines.toByteArray();
  }

  /** Writes a document of its own, laid out for people. */
  public static byte[] pretty(JsonNode document) {
    ByteArrayOutputStream lines = new ByteArrayOutputStream();
    lines.writeBytes(JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(document));
    lines.write('\n');
    return lines.toByteArray();
  }

  /**
   * Reads lines of JSON objects.
   *
   * @param where for the message, such as a file's name
   * @throws ArchiveException when a line is not such an object
   */
  public static <T> List<T> in(byte[] lines, Function<JsonNode, T> reader, String where) {
    List<T> read = new ArrayList<>();
    int start = 0;
    for (int end = 0; end < lines.length; end++) {
      if (lines[end] == '\n') {
        read.add(one(lines, start, end, reader, where + ", line " + (read.size() + 1)));
        start = end + 1;
      }
    }
    if (start < lines.length) {
      throw new ArchiveException(where + ": the last line is cut off.");
    }
    return read;
  }

  private static <T> T one(
      byte[] lines, int start, int end, Function<JsonNode, T> reader, String where) {
    try {
      // As text, because Jackson reads half of a surrogate pair in a name from text only.
      String line = new String(lines, start, end - start, StandardCharsets.UTF_8);
      return reader.apply(JSON.readTree(line));
    } catch (JacksonException | IllegalArgumentException | DateTimeException unreadable) {
      throw new ArchiveException(where + " cannot be read: " + reason(unreadable), unreadable);
    }
  }

  /** Escapes DEL too, the one control character of ASCII that JSON allows unescaped. */
  private static final class DeleteToo extends CharacterEscapes {
    private static final int DEL = 0x7f;

    private final int[] escapes = standardAsciiEscapesForJSON();

    DeleteToo() {
      escapes[DEL] = ESCAPE_STANDARD;
    }

    @Override
    public int[] getEscapeCodesForAscii() {
      return escapes;
    }

    @Override
    public @Nullable SerializableString getEscapeSequence(int letter) {
      return null;
    }
  }

  /** Returns Jackson's reason without the place, which would quote the text of a user. */
  private static String reason(RuntimeException unreadable) {
    return unreadable instanceof JacksonException jackson
        ? jackson.getOriginalMessage()
        : String.valueOf(unreadable.getMessage());
  }
}
