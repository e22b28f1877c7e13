package dev.sluice.migration.archive.format;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Takes fields out of a JSON object, and names the one that is not as it should be. */
public final class JsonFields {
  private JsonFields() {}

  public static String text(JsonNode object, String name) {
    String value = textOrNull(object, name);
    if (value == null) {
      throw new IllegalArgumentException("\"" + name + "\" is missing.");
    }
    return value;
  }

  public static @Nullable String textOrNull(JsonNode object, String name) {
    JsonNode value = object.path(name);
    if (value.isMissingNode() || value.isNull()) {
      return null;
    }
    if (!value.isString()) {
      throw new IllegalArgumentException("\"" + name + "\" is not text.");
    }
    return value.stringValue();
  }

  public static boolean flag(JsonNode object, String name) {
    JsonNode value = object.path(name);
    if (!value.isBoolean()) {
      throw new IllegalArgumentException("\"" + name + "\" is neither true nor false.");
    }
    return value.booleanValue();
  }

  /** Returns a whole number that is not negative. */
  public static long number(JsonNode object, String name) {
    JsonNode value = object.path(name);
    if (!value.canConvertToLong() || !value.isIntegralNumber() || value.longValue() < 0) {
      throw new IllegalArgumentException("\"" + name + "\" is not a count.");
    }
    return value.longValue();
  }

  public static Instant moment(JsonNode object, String name) {
    return Instant.parse(text(object, name));
  }
}
