package dev.sluice.app.gateway;

import dev.sluice.migration.Secret;
import dev.sluice.migration.user.UserId;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A request's JSON object, read field by field. No message of its errors holds a value, for any
 * value may be a password in the wrong place.
 */
final class RequestJson {
  /** Far above anything sensible: the longest password at Cognito has 256 characters. */
  private static final int MOST_BYTES = 64 * 1024;

  private final JsonNode object;
  private final String path;

  private RequestJson(JsonNode object, String path) {
    this.object = object;
    this.path = path;
  }

  static RequestJson read(InputStream body) throws IOException {
    byte[] bytes = body.readNBytes(MOST_BYTES + 1);
    if (bytes.length > MOST_BYTES) {
      throw new MalformedRequestException("The body is longer than 64 KiB.");
    }
    try {
      JsonNode node = JsonMapper.shared().readTree(bytes);
      if (!node.isObject()) {
        throw new MalformedRequestException("The body is not a JSON object.");
      }
      return new RequestJson(node, "");
    } catch (JacksonException broken) {
      throw new MalformedRequestException("The body is not JSON.");
    } finally {
      Arrays.fill(bytes, (byte) 0);
    }
  }

  /** A text that must be there and not be empty. */
  String text(String name) {
    String text = optionalText(name);
    if (text == null || text.isEmpty()) {
      throw new MalformedRequestException(label(name) + " is missing or empty; expected text.");
    }
    return text;
  }

  /** A text; null when it is missing. */
  @Nullable String optionalText(String name) {
    Optional<JsonNode> node = object.optional(name).filter(value -> !value.isNull());
    if (node.isPresent() && !node.get().isString()) {
      throw new MalformedRequestException(label(name) + " is not text.");
    }
    return node.map(JsonNode::stringValue).orElse(null);
  }

  Secret secret(String name) {
    return new Secret(text(name));
  }

  UserId userId(String name) {
    return userId(name, text(name));
  }

  @Nullable UserId optionalUserId(String name) {
    String text = optionalText(name);
    return text == null ? null : userId(name, text);
  }

  private UserId userId(String name, String text) {
    try {
      return new UserId(text);
    } catch (IllegalArgumentException tooLong) {
      throw new MalformedRequestException(label(name) + " is not 1 to 255 characters long.");
    }
  }

  /** An object inside; an empty one when it is missing. */
  RequestJson part(String name) {
    Optional<JsonNode> node = object.optional(name).filter(value -> !value.isNull());
    if (node.isPresent() && !node.get().isObject()) {
      throw new MalformedRequestException(label(name) + " is not a JSON object.");
    }
    return new RequestJson(
        node.orElseGet(() -> JsonMapper.shared().createObjectNode()), label(name) + ".");
  }

  private String label(String name) {
    return path + name;
  }
}
